/// A lock that a function holds at a line.
struct CodeLock: Hashable, Sendable {
  /// What keeps others out, or does not.
  enum Kind: Hashable, Sendable {
    /// A mutex, a spinlock, a lock for readers and writers.
    case lock
    /// A function that runs once: `std::call_once`.
    case once
    /// A read side of RCU, which keeps no writer out.
    case rcu
    /// A serial queue that runs a block and waits for it: `queue.sync`.
    case queue
  }

  /// The lock as the code writes it, without `&` and `this->`: `shard->lock`.
  var name: String
  /// What it is.
  var kind: Kind
  /// Whether it is held only to read.
  var isRead: Bool
  /// The line that takes it, from 1.
  var line: Int
  /// Whether the end of a block gives it back, as of `std::lock_guard` and `defer`.
  var isScoped: Bool
}
