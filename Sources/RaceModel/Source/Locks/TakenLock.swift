/// A lock that a statement takes.
struct TakenLock {
  var path: LockPath
  var kind = CodeLock.Kind.lock
  var isRead = false
  var line: Int
}
