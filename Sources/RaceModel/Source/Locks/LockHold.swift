/// A lock as it was taken.
struct LockHold: Hashable {
  var kind = CodeLock.Kind.lock
  var isRead = false
  var line: Int
  /// The guard that holds it; nil where a call has taken it.
  var owner: Int?
  /// Whether it may have been taken before: recursively.
  var mayBeNested = false
}
