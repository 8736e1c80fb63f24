/// Text before or after single lines of a report, where it is no prefix or suffix of all its lines.
extension LogScanner {
  /// A line without the mark of a CI system, see `RunnerMark`; nil unless the report reads on with the text behind it.
  mutating func unmarked(_ bytes: Span<UInt8>, _ line: Range<Int>, _ report: OpenReport) -> Range<Int>? {
    let start = bytes.trimmed(line).lowerBound
    guard let end = RunnerMark.end(bytes, start..<line.upperBound) else { return nil }
    let rest = end..<line.upperBound
    let text = bytes.trimmed(rest)
    if text.isEmpty || Self.isTitle(bytes, text, report) { return rest }
    if report.draft.isLarge { return Self.isOwnLine(bytes, text, report) ? rest : nil }
    var grammar = report.grammar
    var draft = report.draft
    let own = ReportLine(
      bytes, LiteralEnd.removed(from: bytes, withoutBarEnd(bytes, rest, report)), number: 0)
    switch grammar.read(bytes, own, draft: &draft, naming: &naming) {
    case .taken, .closed: return rest
    case .blank, .foreign, .ended, .endedAbove: return nil
    }
  }

  /// Whether a text by itself, whatever is above it, is a line of a report: a frame or a part of one, a header, a bar.
  private static func isOwnLine(_ bytes: Span<UInt8>, _ text: Range<Int>, _ report: OpenReport) -> Bool {
    let grammar = report.grammarType
    return grammar.beginsLine(bytes, text) || grammar.isFunction(bytes, text)
      || ClosingBar.junk(bytes, text)?.isEmpty == true
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
