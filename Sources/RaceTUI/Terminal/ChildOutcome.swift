/// How a program with the whole terminal ended.
package enum ChildOutcome: Hashable, Sendable {
  /// It ended with this status.
  case exited(Int32)
  /// A signal ended it.
  case signalled(Int32)
  /// It could not be started or waited for; `errno` says why.
  case notStarted(errno: Int32)
}
