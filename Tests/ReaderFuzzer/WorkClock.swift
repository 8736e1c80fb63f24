import Glibc

/// Measures how long this process has worked, whatever else the machine does.
struct WorkClock {
  private var start = WorkClock.now

  /// Seconds of processor time since the start.
  var seconds: Double { Self.now - start }

  mutating func restart() { start = Self.now }

  /// The maximum seconds for work on a log: far more than needed, far less than work that grows with the square of the
  /// log.
  static func allowance(bytes: Int) -> Double { slowness * (1 + Double(bytes) * 3e-6) }

  /// How much slower this build may be than a release build.
  static var slowness: Double {
    #if DEBUG
      20
    #else
      1
    #endif
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
