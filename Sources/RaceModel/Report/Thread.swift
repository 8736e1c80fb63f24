/// A thread of execution that a report describes or names.
public struct Thread: Sendable {
  /// Whether a thread was still running when the report was made.
  public enum State: String, Sendable {
    /// It was still running.
    case running
    /// It had ended.
    case finished
  }

  /// Its name in the report.
  public var name: ThreadName
  /// The name that the program gave it.
  public var label: String?
  /// The thread's number in the system.
  public var tid: Int?
  /// Whether it was still running.
  public var state: State?
  /// The thread that created it, if the report says so.
  public var parent: ThreadName?
  /// The stack of its creation; nil if not in the report.
  public var created: Report.Stack?
}
