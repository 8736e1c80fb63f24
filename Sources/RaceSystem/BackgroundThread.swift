internal import Glibc

/// A thread that may block: neither Foundation nor the concurrency pool is needed for one.
package enum BackgroundThread {
  /// What a thread runs, as one pointer.
  private final class Body {
    package let run: @Sendable () -> Void
    package init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Runs `body` on a thread of its own, or at once where the system has no thread left. It must come to an end
  /// without anybody's help.
  package static func start(_ body: @escaping @Sendable () -> Void) {
    if !startIfPossible(body) { body() }
  }

  /// Runs `body` on a thread of its own.
  ///
  /// - Returns: false when the system has no thread left; `body` is not run.
  package static func startIfPossible(_ body: @escaping @Sendable () -> Void) -> Bool {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Body(body)).toOpaque()
    guard pthread_create(&thread, nil, run, context) == 0 else {
      Unmanaged<Body>.fromOpaque(context).release()
      return false
    }
    pthread_detach(thread)
    return true
  }

  private static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
    if let context { Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run() }
    return nil
  }
}
