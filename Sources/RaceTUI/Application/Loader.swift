internal import Glibc
internal import RaceModel
internal import RaceView

/// Reads the logs on a thread of its own and posts what it finds.
enum Loader {
  /// Starts reading. The thread ends with the process, or when all is read.
  static func start(_ files: [LogFile], into mailbox: Mailbox<Event>) {
    detach {
      var reader = LogReader()
      for (position, file) in files.enumerated() {
        reader.read(file, source: Int32(position)) { batch in
          mailbox.post(.batch(batch))
          return true
        }
      }
      mailbox.post(.loaded)
    }
  }

  /// What a thread runs, as one pointer.
  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// A thread that may block: neither Foundation nor the concurrency pool is needed for one.
  private static func detach(_ run: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let body = Unmanaged.passRetained(Body(run)).toOpaque()
    let failure = pthread_create(&thread, nil, startThread, body)
    guard failure == 0 else {
      Unmanaged<Body>.fromOpaque(body).release()
      return run()
    }
    pthread_detach(thread)
  }

  private static let startThread: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    context in
    if let context { Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run() }
    return nil
  }
}
