/// A stack of a report that belongs to no access, thread, lock or location.
public struct Section: Sendable {
  /// What it is about.
  public var kind: SectionKind
  /// Its header as printed.
  public var title: String
  /// The thread it is about.
  public var thread: ThreadName?
  /// The stack; nil when it is not in the log.
  public var stack: Report.Stack?
  /// Whether the header announces a stack, which may be lost.
  public var announcesStack = false
}
