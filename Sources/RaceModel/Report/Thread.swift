/// A thread of execution that a report describes or names.
public struct Thread: Sendable {
  /// Whether a thread still ran when the report was made.
  public enum State: String, Sendable {
    /// It still ran.
    case running
    /// It had ended.
    case finished
  }

  /// How the report names it.
  public var name: ThreadName
  /// The name that the program gave it.
  public var label: String?
  /// The system's number of the thread.
  public var tid: Int?
  /// Whether it still ran.
  public var state: State?
  /// The thread that created it, when the report says so.
  public var parent: ThreadName?
  /// The stack of its creator when it was made; nil when not in the report.
  public var created: Report.Stack?
}
