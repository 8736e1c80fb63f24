/// Lines that the kernel has lost, or somebody has left out.
extension KCSANGrammar {
  mutating func overhear(
    _ bytes: Span<UInt8>, _ line: ReportLine, isNext: Bool, draft: inout ReportDraft
  ) -> Bool {
    // `[ cut here ]` is the kernel's own.
    if Elision.isIn(bytes, line.text), case .elision = KCSANLine.classify(bytes, line.text) {
      return takeElision(bytes, line, isNext: isNext, &draft)
    }
    if KCSANLine.isLoss(bytes, line.text) { lossLine = line.number }
    return false
  }

  /// Takes note of somebody's mark. Right below a frame the stack was cut; elsewhere the mark counts when the report
  /// goes on behind it.
  ///
  /// - Returns: whether it is part of the report.
  mutating func takeElision(
    _ bytes: Span<UInt8>, _ line: ReportLine, isNext: Bool, _ draft: inout ReportDraft
  ) -> Bool {
    guard isNext, state == .stack, foreign.count == 0, draft.stacks.hasFrame,
      draft.stacks.lastFrameCount != framesAtBlank
    else {
      lossLine = line.number
      return false
    }
    draft.addElision(line: line.number)
    draft.addNote(bytes, line.text)
    return true
  }

  /// Keeps what somebody wrote behind a frame, which may be that others were left out.
  func addNote(_ bytes: Span<UInt8>, _ words: Range<Int>, _ line: Int, _ draft: inout ReportDraft) {
    draft.addNote(bytes, words)
    if Elision.isIn(bytes, words) { draft.addElision(line: line) }
  }
}
