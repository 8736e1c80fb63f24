internal import Glibc

/// A thread that may block: neither Foundation nor the concurrency pool is needed for one.
public enum BackgroundThread {
  /// What a thread runs, as one pointer.
  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Runs `body` on a thread of its own, or at once where the system has no thread left.
  public static func start(_ body: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Body(body)).toOpaque()
    guard pthread_create(&thread, nil, run, context) == 0 else {
      Unmanaged<Body>.fromOpaque(context).release()
      return body()
    }
    pthread_detach(thread)
  }

  private static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
    if let context { Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run() }
    return nil
  }
}
