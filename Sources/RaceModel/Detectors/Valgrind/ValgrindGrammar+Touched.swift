/// Frames that somebody has marked, and what Valgrind itself prints between reports.
extension ValgrindGrammar {
  /// The frame behind a mark that somebody made, and its text: `-> at 0x109532: peek (m.c:16)`.
  ///
  /// It is told here and not with the marks of all detectors, see `ReportGrammar.isNextFrame`: as a message, which any line may
  /// be, it would already have changed what is above it.
  func markedFrame(_ bytes: Span<UInt8>, _ line: Range<Int>) -> (frame: ValgrindFrame, text: Range<Int>)? {
    guard body.hasTitle, let text = PersonMark.removed(from: bytes, line),
      let frame = ValgrindFrame.parse(bytes, text)
    else { return nil }
    return (frame, text)
  }

  /// Takes the creation of a thread that somebody has put below the report that names it. Helgrind prints it once, above
  /// the first such report and behind dashes.
  ///
  /// - Returns: whether a line begins one.
  mutating func takesCreation(_ bytes: Span<UInt8>, _ line: Range<Int>, _ draft: inout ReportDraft) -> Bool {
    // The threads of another process, which only the prefix tells apart, have the same numbers.
    guard ValgrindThread.isNumbered(bytes, line), bytes.ends(" was created", in: line),
      draft.header.detector == .helgrind, draft.header.pid != nil,
      let thread = ValgrindThread.parse(bytes, at: line.lowerBound + 7, end: line.upperBound),
      thread != .main, draft.awaitsCreation(of: thread)
    else { return false }
    body.begin(creationOf: thread, draft: &draft)
    return true
  }

  /// What Valgrind prints without a stack, wherever a report stands (`m_stacks.c`, `m_syswrap`, `mc_main.c`), and the lines
  /// below it.
  private static let stacklessWarnings: TextStarts = [
    "Warning: set address range perms: ", "Warning: noted but unhandled ioctl ",
    "Warning: client switching stacks?", "Warning: client switched stacks?",
    "to suppress, use: --max-stackframe=", "further instances of this message will not be shown",
    "This could cause spurious value errors to appear", "See README_MISSING_SYSCALL_OR_IOCTL",
  ]

  /// Keeps such a line, which changes nothing in the report around it. Behind an empty line it is behind a report of DRD.
  ///
  /// - Returns: whether the line is one.
  mutating func keepWarning(_ bytes: Span<UInt8>, _ line: Range<Int>, _ draft: ReportDraft) -> Bool {
    guard Self.stacklessWarnings.begin(bytes, line), !isAfterBlank || draft.header.detector != .drd else {
      return false
    }
    warnings.add(bytes, line, draft.depth)
    return true
  }

  /// Whether Valgrind warns of something: `Warning: invalid file descriptor 1031 in syscall close()`.
  static func isWarning(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    bytes.has("Warning: ", at: line.lowerBound, end: line.upperBound)
  }
}
