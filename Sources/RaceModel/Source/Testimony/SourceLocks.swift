/// A lock that source code shows to be held at a line.
package struct SourceLock: Hashable, Sendable {
  /// The lock as the code writes it: `c.mu`.
  package var name: String
  /// Whether it is held only to read.
  package var isRead: Bool
  /// The function that takes it, as the log names it.
  package var function: String
  /// The file, as the log prints it.
  package var file: String
  /// The line that takes it, from 1.
  package var line: Int
  /// Whether it is given back when the function ends.
  package var isDeferred: Bool
}

/// What source code tells of the locks that are held where an access is made.
package struct SourceLocks: Hashable, Sendable {
  /// The locks that are held for certain, the one taken last first.
  package var held: [SourceLock]
  /// Whether no other lock is: all functions on the stack were read, and each is plain.
  package var isWhole: Bool
  /// Locks that are taken of a copy, which keep nobody out.
  package var copies: [SourceLock] = []

  /// Whether it is certain that none is held.
  package var isNone: Bool { held.isEmpty && isWhole }
}
