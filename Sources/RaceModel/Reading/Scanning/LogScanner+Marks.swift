/// What is before and behind single lines of a report, and no prefix and no suffix of all of them.
extension LogScanner {
  /// A line without the mark of a CI system, see `RunnerMark`; nil unless the report reads on with the text behind it.
  mutating func unmarked(_ bytes: Span<UInt8>, _ line: Range<Int>, _ report: OpenReport) -> Range<Int>? {
    let start = bytes.trimmed(line).lowerBound
    guard let end = RunnerMark.end(bytes, start..<line.upperBound), case let rest = end..<line.upperBound
    else {
      return nil
    }
    let text = bytes.trimmed(rest)
    if text.isEmpty { return rest }
    // A title is the next report's: it ends this one.
    switch report.grammarType.opening(bytes, text) {
    case .title(let at), .certain(let at): if at == text.lowerBound { return rest }
    case .section, .header, .summary, nil: break
    }
    var grammar = report.grammar
    var draft = report.draft
    let own = ReportLine(
      bytes, LiteralEnd.removed(from: bytes, withoutBarEnd(bytes, rest, report)), number: 0)
    switch grammar.read(bytes, own, draft: &draft, naming: &naming) {
    case .taken, .closed: return rest
    case .blank, .foreign, .ended, .endedAbove: return nil
    }
  }

  /// A line without what is behind the bar on it. Behind the bar that a report waits for anything may be, but another
  /// report, and a message.
  func withoutBarEnd(_ bytes: Span<UInt8>, _ line: Range<Int>, _ report: OpenReport) -> Range<Int> {
    let range = BarEnd.removed(from: bytes, line)
    guard range == line, report.draft.progress.isProven, report.draft.progress.hasOpeningBar,
      let end = BarEnd.bar(bytes, line), case let tail = bytes.trimmed(end..<line.upperBound),
      // Another writer's bar may be before a line of the report.
      Anchors.first(in: bytes, tail) == nil, !report.grammarType.beginsLine(bytes, tail)
    else { return range }
    return line.lowerBound..<end
  }
}
