/// The fast way into a report, as its detector prints it: the title alone on a line, its first header on the next one.
extension LogScanner {
  /// Opens the report of which a line is the title, where it and the header below it are just as the detector prints
  /// them: nothing is to be learnt of a prefix, and the title need not wait.
  ///
  /// - Parameter start: where the title's line begins. No report is open there.
  /// - Returns: where the header's line begins; nil where the lines have to be read one by one.
  mutating func openPlain(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    guard known == nil, let titleEnd = bytes.first(0x0A, in: start..<end),
      let grammar = Grammars.plain(bytes, start..<titleEnd),
      let headerEnd = bytes.first(0x0A, in: titleEnd + 1..<end),
      grammar.isPlainHeader(bytes, titleEnd + 1..<headerEnd),
      pass.cleanEnd(bytes, from: start, to: end) > headerEnd
    else { return nil }
    lookBack(bytes, to: start)
    lines += 1
    isBelowBar = Self.hasBar(bytes, before: start)
    let title = bytes.trimmed(start..<titleEnd)
    let extent = LineExtent(line: lines, start: pass.base + start, end: pass.base + titleEnd + 1)
    let report = newReport(
      grammar, bytes, LogLine(range: title, origin: LineOrigin(isInPlace: true), extent: extent))
    isBelowBar = false
    report.grammar.open(bytes, prefix: start..<start, title: title, draft: &report.draft)
    report.draft.extent.headerLine = lines + 1
    open.insert(report)
    findings.opened = nil
    return titleEnd + 1
  }

  /// Takes note of a line that can be no more than what a CI system says of a job: builds may print thousands of them.
  ///
  /// - Parameters:
  ///   - start: where the line begins. No report is open there.
  ///   - anchor: the place of its first anchor.
  /// - Returns: where the next line begins; nil where the line has to be read.
  mutating func passJobLine(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, anchor: Int
  ) -> Int? {
    guard JobLine.isAnchor(bytes, at: anchor), let lineEnd = bytes.first(0x0A, in: start..<end),
      lineEnd - start < ScanLimits.collapsedLine, case let line = start..<lineEnd,
      LineMarks(bytes, line).isDisjoint(with: [.quote, .ampersand, .backslash, .control, .less]),
      !Anchors.ofReportsAreIn(bytes, line)
    else { return nil }
    announced.jobs.take(bytes, line, symbols: &naming.symbols)
    lines += 1
    return lineEnd + 1
  }
}
