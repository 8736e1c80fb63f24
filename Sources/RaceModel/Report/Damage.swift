/// What is cut off, missing or damaged in a report.
public enum Damage: Hashable, Sendable {
  /// The lines before the first remaining one, including the title.
  case head
  /// The report ends before its closing bar.
  case tail
  /// One access is not in the log, or both are not.
  case accesses(missing: Int)
  /// The stack of an access is cut off.
  case stack(access: Int)
  /// The detector had forgotten the stack of an access (`[failed to restore the stack]`).
  case stackNotRestored(access: Int)
  /// The detector had forgotten where a thread was created.
  case creationNotRestored(ThreadName)
  /// A thread's creation is not in the log.
  case creation(ThreadName)
  /// A place where lines were left out.
  case elided(line: Int)
  /// A frame without its place, or a place without its function.
  case frame(line: Int)
  /// A header that was cut in two, or that lost its end.
  case header(line: Int)

  /// The log was changed after the report was found in it.
  case changed

  /// A short sentence for the screen.
  public var words: String {
    switch self {
    case .head: "its beginning is not in the log"
    case .tail: "cut off before its closing line"
    case .accesses(let missing): missing == 1 ? "one access is not in the log" : "no access is in the log"
    case .stack: "the stack of an access is cut off"
    case .stackNotRestored: "the detector could not restore a stack"
    case .creationNotRestored(let thread): "the detector could not restore where \(thread) was created"
    case .creation(let thread): "where \(thread) was created is not in the log"
    case .elided(let line): "lines were left out at line \(line)"
    case .frame(let line): "a frame is damaged at line \(line)"
    case .header(let line): "a header was cut in two at line \(line)"
    case .changed: "the log has changed since it was read"
    }
  }
}
