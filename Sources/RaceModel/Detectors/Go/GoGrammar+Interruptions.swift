/// What is inside a report, or where its end is, and no part of a stack.
extension GoGrammar {
  mutating func readBar(
    _ junk: Range<Int>, _ bytes: Span<UInt8>, _ draft: inout ReportDraft
  ) -> Verdict {
    // Below a result it may open the next report, and does where the runner is at another test.
    guard draft.progress.isProven, !(above.isResult && above.isAnnouncement) else { return .ended }
    if above.isResult {
      above.bar = GoDoubtfulBar(below: draft)
      doubt()
    }
    if !junk.isEmpty { draft.addNote(bytes, junk) }
    draft.progress.hasClosingBar = true
    return above.isResult ? .taken : .closed
  }

  /// Whether the runner announces a test, or blames one, in a line.
  static func announces(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    bytes.has("=== ", at: line.lowerBound, end: line.upperBound) || GoBlame.ends(bytes, line)
  }

  /// Reads on below a bar that may be the report's last line: it was, unless this is a title.
  func read(
    below bar: GoDoubtfulBar, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft
  ) -> Verdict {
    if line.text.isEmpty { return .blank }
    if GoLine.title(bytes, line.text) == line.text.lowerBound { bar.undo(&draft) }
    return .ended
  }

  /// A result of a test, or a crash. Another process, or another thread, may have printed it in the middle of a report:
  /// one whose bar is still to come goes on where a header that fits follows, or a frame indented as those before.
  mutating func readResult(_ draft: inout ReportDraft) -> Verdict {
    guard draft.progress.hasOpeningBar, draft.progress.isProven, draft.header.title != nil else {
      return .ended
    }
    above.isResult = true
    doubt()
    return .foreign
  }

  /// Goes into doubt, and keeps the state to come back to.
  mutating func doubt() {
    if state != .doubtful { (interrupted, state) = (state, .doubtful) }
  }
}
