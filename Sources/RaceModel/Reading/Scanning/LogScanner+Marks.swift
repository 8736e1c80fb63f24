/// Text before or after single lines of a report, where it is no prefix or suffix of all its lines.
extension LogScanner {
  /// A line without the mark of a CI system, see `RunnerMark`; nil unless the report reads on with the text behind it.
  mutating func unmarked(_ bytes: Span<UInt8>, _ line: Range<Int>, _ report: OpenReport) -> Range<Int>? {
    let start = bytes.trimmed(line).lowerBound
    guard let end = RunnerMark.end(bytes, start..<line.upperBound) else { return nil }
    let rest = end..<line.upperBound
    let text = bytes.trimmed(rest)
    if text.isEmpty || Self.isTitle(bytes, text, report) { return rest }
    var grammar = report.grammar
    var draft = report.draft
    let own = ReportLine(
      bytes, LiteralEnd.removed(from: bytes, withoutBarEnd(bytes, rest, report)), number: 0)
    switch grammar.read(bytes, own, draft: &draft, naming: &naming) {
    case .taken, .closed: return rest
    case .blank, .foreign, .ended, .endedAbove: return nil
    }
  }

  /// A line without the text after the bar on it. After the bar that a report waits for, any text may follow except another
  /// report or a message.
  func withoutBarEnd(_ bytes: Span<UInt8>, _ line: Range<Int>, _ report: OpenReport) -> Range<Int> {
    guard let bar = BarEnd.find(bytes, line) else { return line }
    if bar.isClosed { return line.lowerBound..<bar.end }
    guard report.draft.progress.isProven, report.draft.progress.hasOpeningBar,
      case let tail = bytes.trimmed(bar.end..<line.upperBound),
      // Another writer's bar may be before a line of the report.
      Anchors.first(in: bytes, tail) == nil, !report.grammarType.beginsLine(bytes, tail)
    else { return line }
    return line.lowerBound..<bar.end
  }
}
