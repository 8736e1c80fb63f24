/// Lines that somebody has left out, and Valgrind's prefix with them or not.
///
/// ```
/// ==7==    at 0x109532: peek (m.c:16)
/// ==7==    [snip]
/// ...
/// ==7==    by 0x109600: main (m.c:40)
/// ```
extension ValgrindGrammar {
  /// Reads a mark behind the prefix.
  mutating func readElision(_ line: ReportLine, _ draft: inout ReportDraft) -> Verdict {
    // The creation of a thread is no report.
    if draft.threads.announces != nil { return .taken }
    guard body.hasTitle else { return .foreign }
    // A report of DRD has no empty lines inside.
    if isAfterBlank, draft.header.detector == .drd { return .ended }
    return elided.take(line: line.number, isBelowFrame: isBelowFrame(draft), &draft) ? .taken : .foreign
  }

  mutating func overhear(
    _ bytes: Span<UInt8>, _ line: ReportLine, isNext: Bool, draft: inout ReportDraft
  ) -> Bool {
    guard state == .report, body.hasTitle, draft.threads.announces == nil, Elision.isIn(bytes, line.text)
    else { return false }
    return elided.take(line: line.number, isBelowFrame: isNext && isBelowFrame(draft), &draft)
  }

  /// Whether the line above is a frame.
  private func isBelowFrame(_ draft: ReportDraft) -> Bool {
    body.isInStack && !isAfterBlank && (body.isWaiting || draft.stacks.hasFrame)
  }
}
