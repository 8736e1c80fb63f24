/// A lock that source code shows to be held at a line.
public struct SourceLock: Hashable, Sendable {
  /// The lock as the code writes it: `c.mu`.
  public var name: String
  /// Whether it is held only to read.
  public var isRead: Bool
  /// The function that takes it, as the log names it.
  public var function: String
  /// The file, as the log prints it.
  public var file: String
  /// The line that takes it, from 1.
  public var line: Int
  /// Whether it is given back when the function ends.
  public var isDeferred: Bool
}

/// What source code tells of the locks that are held where an access is made.
public struct SourceLocks: Hashable, Sendable {
  /// The locks that are held for certain, the one taken last first.
  public var held: [SourceLock]
  /// Whether no other lock is: all functions on the stack were read, and each is plain.
  public var isWhole: Bool
  /// Locks that are taken of a copy, which keep nobody out.
  public var copies: [SourceLock] = []

  /// Whether it is certain that none is held.
  public var isNone: Bool { held.isEmpty && isWhole }
}
