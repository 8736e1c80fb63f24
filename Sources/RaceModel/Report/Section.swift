/// A stack of a report that belongs to no access, thread, lock or location.
public struct Section: Sendable {
  /// Its kind.
  public var kind: SectionKind
  /// Its header as printed.
  public var title: String
  /// Its thread.
  public var thread: ThreadName?
  /// The stack; nil if it is not in the log.
  public var stack: Report.Stack?
  /// The lock that was taken, as named in the report; nil if unnamed.
  package var acquired: String?
  /// The lock that was held then, if the same line says so.
  package var held: String?
  /// Whether the header announces a stack, which may be lost.
  public var announcesStack = false
}
