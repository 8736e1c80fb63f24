internal import Glibc
internal import Synchronization

/// A second formatter, which works on a thread of its own while the first one does.
final class FormatterPartner: Sendable {
  private struct State: ~Copyable {
    var formatter = ReportFormatter()
    var output: [UInt8] = []
  }

  private let state = Mutex(State())
  /// Posted when the output is there. A semaphore is made for two threads; its place in memory is its own.
  private nonisolated(unsafe) let isDone = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init() { sem_init(isDone, 0, 0) }

  deinit {
    sem_destroy(isDone)
    isDone.deallocate()
  }

  /// Begins to format some reports.
  func start(_ items: [ExportItem], separator: StaticString) {
    BackgroundThread.start { [self] in
      state.withLock { $0.output = $0.formatter.format(items, separator: separator) }
      sem_post(isDone)
    }
  }

  /// Waits for the reports that were begun last; their JSON.
  func finish() -> [UInt8] {
    while sem_wait(isDone) != 0 {}
    return state.withLock { state in
      defer { state.output = [] }
      return state.output
    }
  }
}
