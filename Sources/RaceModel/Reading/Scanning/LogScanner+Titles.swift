/// Titles that wait for the header that shows them to be reports.
///
/// A title may be a mention: in a message, in code, in a search for it. It waits for a header of its own grammar with
/// the same prefix. From both lines the prefix of the report's lines is learnt, and whether the text behind the
/// title is behind all of them.
extension LogScanner {
  /// Gives a line to a report that waits for its header.
  ///
  /// - Returns: nil where the line holds the header: the report is to read it.
  mutating func offer(
    _ bytes: Span<UInt8>, _ line: LogLine, _ opening: LineOpening?, toWaiting report: OpenReport,
    hasSuffix: Bool
  ) -> Verdict? {
    if opening == nil, line.extent.line == report.draft.extent.lastLine + 1,
      case .content(let start) = report.wait.prefix.match(bytes, line.range),
      report.grammar.readRestOfTitle(
        bytes, bytes.trimmed(start..<line.range.upperBound), draft: &report.draft)
    {
      (report.draft.extent.lastLine, report.draft.extent.end) = (line.extent.lastLine, line.extent.end)
      return .taken
    }
    if let verdict = beginRefilled(bytes, line, report) { return verdict }
    let isOwn = opening?.grammar.detector == report.grammarType.detector
    switch isOwn ? opening?.opening : nil {
    case .section(let header), .header(let header):
      if isOfAnother(report, bytes, line.range.lowerBound..<header) { return .foreign }
      if report.wait.prefix.match(bytes, line.range) != nil,
        resolve(report, bytes, line, header, hasSuffix: hasSuffix)
      {
        return nil
      }
      return giveUp(report, bytes, line, title: nil)
    case .title(let at), .certain(let at):
      return giveUp(report, bytes, line, title: at)
    case .summary, nil: return giveUp(report, bytes, line, title: nil)
    }
  }

  /// Gives the line right below a title, which lacks the title's prefix or a part of it, to the title that it is the rest of.
  ///
  /// ```
  /// 2024-05-03 12:01:44.261 WARNING: ThreadSanitizer: data race
  /// (pid=31553)
  /// ```
  ///
  /// - Returns: whether it is the rest of one.
  mutating func offerRestOfTitle(_ bytes: Span<UInt8>, _ line: LogLine) -> Bool {
    guard open.areFew(in: line.stream) else { return false }
    for index in open.indices(of: line.stream) {
      let report = open[line.stream, index]
      let prefix = report.wait.prefix
      guard report.isAnnounced, line.extent.line == report.draft.extent.lastLine + 1, !prefix.isEmpty,
        prefix.match(bytes, line.range) == nil, !prefix.isLikeThat(of: line.range, bytes)
      else { continue }
      let start = prefix.sharedEnd(bytes, line.range) ?? line.range.lowerBound
      let rest = bytes.trimmed(start..<line.range.upperBound)
      guard report.grammar.readRestOfTitle(bytes, rest, draft: &report.draft) else { continue }
      (report.draft.extent.lastLine, report.draft.extent.end) = (line.extent.lastLine, line.extent.end)
      return true
    }
    return false
  }

  /// Whether the very text before a header is before another title that waits, and not before this one: both may begin
  /// with numbers, which tell writers apart where they do not count lines.
  private func isOfAnother(_ report: OpenReport, _ bytes: Span<UInt8>, _ before: Range<Int>) -> Bool {
    guard open.count(of: report.stream) > 1, !bytes.trimmed(before).isEmpty,
      !Self.isPrefix(bytes, before, of: report)
    else { return false }
    let detector = report.grammarType.detector
    return open.indices(of: report.stream).prefix(Self.mostWaiting).contains { index in
      let other = open[report.stream, index]
      return other !== report && other.grammarType.detector == detector
        && Self.isPrefix(bytes, before, of: other)
    }
  }

  /// Of so many titles, the nearest ones first, it is asked whether a header is theirs.
  private static var mostWaiting: Int { 64 }

  /// Whether a text is before the title of a report that waits, blanks behind it aside.
  private static func isPrefix(_ bytes: Span<UInt8>, _ text: Range<Int>, of report: OpenReport) -> Bool {
    guard case .announced(let prefix) = report.stage else { return false }
    let own = text.lowerBound..<bytes.trimmed(text).upperBound
    let count = prefix.span.trimmed(0..<prefix.count).upperBound
    return own.count == count && bytes.has(Array(prefix[..<count]), at: own.lowerBound, end: own.upperBound)
  }

  /// Gives a header to the last title of which the lines begin alike but for numbers, or whose line had
  /// other text before it.
  mutating func offerToWaiting(
    _ grammar: any ReportGrammar.Type, at header: Int, _ bytes: Span<UInt8>, _ line: LogLine
  ) -> Bool {
    for index in open.withoutPrefix(in: line.stream).prefix(Self.mostWaiting) {
      let report = open[line.stream, index]
      guard report.isAnnounced, report.grammarType.detector == grammar.detector,
        resolve(
          report, bytes, line, header, hasSuffix: report.suffix.text.start(bytes, line.range) != nil)
      else { continue }
      // A header that may go on in the next line is held.
      let verdict = offer(bytes, line, nil, to: report)
      return verdict == .taken || verdict == .blank
    }
    return false
  }

  /// The same for a header that can be told only without what follows a title.
  mutating func offerWithoutSuffix(
    _ bytes: Span<UInt8>, _ line: LogLine
  ) -> Bool {
    for index in open.withoutPrefix(in: line.stream).prefix(Self.mostWaiting) {
      let report = open[line.stream, index]
      guard report.isAnnounced, let end = report.suffix.text.start(bytes, line.range) else { continue }
      let text = line.range.lowerBound..<end
      switch Grammars.opening(bytes, text)?.opening {
      case .section(let header), .header(let header):
        guard resolve(report, bytes, line.part(text), header, hasSuffix: true) else { continue }
        return offer(bytes, line, nil, to: report) == .taken
      default: continue
      }
    }
    return false
  }

  /// Learns the prefix of an announced report's lines from a line that holds a header.
  ///
  /// - Returns: whether the line is of the same writer; only then the report goes on.
  private mutating func resolve(
    _ report: OpenReport, _ bytes: Span<UInt8>, _ line: LogLine, _ header: Int, hasSuffix: Bool
  ) -> Bool {
    guard case .announced(let titlePrefix) = report.stage else { return false }
    if let own = known?.header(below: report.draft.extent.firstLine), own != line.extent.line { return false }
    if !bytes.trimmed(line.range.lowerBound..<header).isEmpty {
      if LinePrefix.countsDown(titlePrefix.span, bytes, line.range.lowerBound..<header) { return false }
      guard
        let prefix = LinePrefix(ofTitle: titlePrefix, bytes, line.range, header)
          ?? LinePrefix(ofTitle: titlePrefix, bytes, line.range, markedHeader: header)
      else { return false }
      // Two such numbers may be of two writers: only right below the title there is no other one.
      if prefix.hasRandomID, line.extent.line != report.draft.extent.lastLine + 1 { return false }
      report.prefix = prefix
    }
    report.stage = .reading
    if hasSuffix {
      // What follows the title too is no output of the program.
      report.draft.notes.removeAll()
    } else {
      report.suffix.text = .none
    }
    report.draft.extent.headerLine = line.extent.line
    open.move(report)
    return true
  }

  /// Whether the numbers before a title, and before a later one, can be those of lines: else they tell writers apart.
  private func isOfSameWriter(
    _ report: OpenReport, _ bytes: Span<UInt8>, _ before: Range<Int>, _ number: Int
  ) -> Bool {
    guard case .announced(let prefix) = report.stage,
      let first = LinePrefix.counter(prefix.span, 0..<prefix.count),
      let second = LinePrefix.counter(bytes, before)
    else { return true }
    let distance = number - report.draft.extent.firstLine
    // Tests that run at once may have the numbers that their lines would have.
    return first == second || (second - first == distance && distance > TitleWait.patience)
  }

  /// Counts the lines for which an announced report has waited in vain.
  ///
  /// - Parameter title: where a title begins on the line; nil if it has none.
  private func giveUp(
    _ report: OpenReport, _ bytes: Span<UInt8>, _ line: LogLine, title: Int?
  ) -> Verdict {
    let number = line.extent.line
    if bytes.trimmed(line.range).isEmpty { return .foreign }
    // A report that is read again has its header: lines before it went to others.
    if let own = known?.header(below: report.draft.extent.firstLine), own > number { return .foreign }
    let match = report.wait.prefix.match(bytes, line.range)
    if let title {
      // Another title of the same writer: this one was only a mention.
      if bytes.trimmed(line.range.lowerBound..<title).isEmpty || report.wait.prefix.isEmpty { return .ended }
      if match == .content(title), isOfSameWriter(report, bytes, line.range.lowerBound..<title, number) {
        return .ended
      }
    }
    report.wait.isAtEnd = false
    if match != nil { report.wait.patience -= 1 }
    return report.wait.patience <= 0 ? .ended : .foreign
  }
}
