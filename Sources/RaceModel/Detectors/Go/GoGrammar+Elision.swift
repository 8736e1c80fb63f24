/// Marks that somebody has left lines out.
extension GoGrammar {
  /// Reads a mark.
  ///
  /// - Parameter isSure: whether it can be nothing else.
  mutating func readElision(
    isSure: Bool, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft, _ naming: inout Naming
  ) -> Verdict {
    guard draft.progress.isProven else { return .foreign }
    elisions.add(line: line.number)
    // Behind other foreign lines it counts only when the report goes on, and so does what a program may have printed.
    guard isSure, foreign.count == 0 else { return .foreign }
    dropFrame(&draft, &naming)
    draft.addNote(bytes, line.text)
    return .taken
  }

  mutating func overhear(
    _ bytes: Span<UInt8>, _ line: ReportLine, isNext: Bool, draft: inout ReportDraft
  ) -> Bool {
    guard draft.progress.isProven, Elision.isIn(bytes, line.text) else { return false }
    let isBelowFrame = isNext && foreign.count == 0 && draft.stacks.hasFrame
    guard elisions.take(line: line.number, isBelowFrame: isBelowFrame, &draft) else { return false }
    draft.addNote(bytes, line.text)
    return true
  }
}

extension GoLinesAbove {
  /// Whether a line is the third in a row with only a dot.
  mutating func isThirdDot(_ bytes: Span<UInt8>, _ line: Range<Int>, foreign: Int) -> Bool {
    let isDot = line.count == 1 && bytes[line.lowerBound] == UInt8(ascii: ".")
    dots = isDot ? min(dots, foreign) + 1 : 0
    return dots == 3
  }
}
