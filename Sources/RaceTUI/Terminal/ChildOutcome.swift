/// How a program that had the whole terminal ended.
package enum ChildOutcome: Hashable, Sendable {
  /// It ended with this status.
  case exited(Int32)
  /// A signal ended it.
  case signalled(Int32)
  /// It could not be started, or not be waited for; the `errno` says why.
  case notStarted(errno: Int32)
}
