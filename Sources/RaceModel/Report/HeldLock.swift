/// A lock that a thread held when it accessed.
public struct HeldLock: Hashable, Sendable {
  /// How a lock is held.
  public enum Mode: String, Sendable {
    /// Shared with other readers.
    case read
    /// Alone.
    case write
  }

  /// How the report names the lock.
  public var id: String
  /// How it was held, when the report says so.
  public var mode: Mode?
}
