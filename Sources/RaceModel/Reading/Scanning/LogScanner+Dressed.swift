/// Lines of reports that somebody has dressed up one by one, see `DressedLine`.
extension LogScanner {
  /// The text of a line without it; nil unless the text is the detector's.
  func undressed(_ bytes: Span<UInt8>, _ line: Range<Int>, _ report: OpenReport) -> Range<Int>? {
    let whole = bytes.trimmed(line)
    if let text = DressedLine.text(bytes, whole),
      Self.isTitle(bytes, text, report) || Self.isOwn(bytes, text, of: line, report)
    {
      return text
    }
    // Or a frame behind a mark that somebody made.
    guard let text = PersonMark.removed(from: bytes, whole), report.grammar.isNextFrame(bytes, text) else {
      return nil
    }
    return text
  }

  /// Whether a text begins with a title: that is the next report's, and ends this one.
  static func isTitle(_ bytes: Span<UInt8>, _ text: Range<Int>, _ report: OpenReport) -> Bool {
    switch report.grammarType.opening(bytes, text) {
    case .title(let at), .certain(let at): at == text.lowerBound
    case .section, .header, .summary, nil: false
    }
  }

  /// Gives a header that is dressed up to the title that waits for it, and the first line that is not dressed to the
  /// report whose title, or header, was.
  ///
  /// - Returns: whether a report took the line.
  mutating func offerDressed(_ bytes: Span<UInt8>, _ line: LogLine) -> Bool {
    guard open.areFew(in: line.stream) else { return false }
    for index in open.indices(of: line.stream) {
      let report = open[line.stream, index]
      if report.isAnnounced ? beginDressed(bytes, line, report) : goOnUndressed(bytes, line, report) {
        return true
      }
    }
    return false
  }

  private mutating func beginDressed(_ bytes: Span<UInt8>, _ line: LogLine, _ report: OpenReport) -> Bool {
    guard report.wait.prefix.isEmpty || DressedLine.isMark(report.wait.prefix),
      let text = DressedLine.text(bytes, line.range),
      report.grammarType.header(bytes, text) == text.lowerBound
    else { return false }
    // A title that waits learns its prefix from the header: here there is none.
    report.stage = .announced(prefix: [])
    report.wait.prefix = .none
    report.suffix.text = .none
    let verdict = offer(bytes, line.part(text), Grammars.opening(bytes, text), to: report)
    return verdict == .taken || verdict == .blank
  }

  private mutating func goOnUndressed(_ bytes: Span<UInt8>, _ line: LogLine, _ report: OpenReport) -> Bool {
    guard DressedLine.isMark(report.prefix), report.draft.stacks.all.allSatisfy({ $0.frameCount == 0 }),
      case let text = DressedLine.text(bytes, line.range) ?? bytes.trimmed(line.range),
      !text.isEmpty, Self.isOwn(bytes, text, of: line.range, report)
    else { return false }
    report.prefix = .none
    report.titlePrefix = []
    report.suffix.text = .none
    open.move(report)
    return settle(offer(bytes, line, nil, to: report), report) ?? false
  }

  /// Whether a text is a header of a report, or half a frame.
  private static func isOwn(
    _ bytes: Span<UInt8>, _ text: Range<Int>, of line: Range<Int>, _ report: OpenReport
  ) -> Bool {
    let grammar = report.grammarType
    if grammar.header(bytes, text) == text.lowerBound || grammar.beginsLine(bytes, text) { return true }
    // Of functions of Go the indentation tells, and the package: `- mu.Lock()` may be somebody's advice.
    return report.grammar.ownText(bytes, text) == text.lowerBound && bytes[line.lowerBound] <= 0x20
      && bytes.first(UInt8(ascii: "."), in: text) != nil
  }
}
