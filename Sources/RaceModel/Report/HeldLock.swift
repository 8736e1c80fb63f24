/// A lock that a thread held during its access.
public struct HeldLock: Hashable, Sendable {
  /// How a lock is held.
  public enum Mode: String, Sendable {
    /// Shared with other readers.
    case read
    /// Alone.
    case write
  }

  /// The name of the lock in the report.
  public var id: String
  /// How it was held, if the report says so.
  public var mode: Mode?
}
