/// Reports of which only the first line has something glued to it.
///
/// ```
/// <pre><code>==7== Possible data race during read of size 4 at 0x10C08C by thread #1
/// ==7== Locks held: none
/// ```
///
/// What is before a title is the prefix of the report's lines until the first of them is there; when that one shows by
/// itself whose it is, it tells the prefix.
extension LogScanner {
  /// Gives a line without the prefix of a report that has only its title to it.
  ///
  /// - Returns: whether the report took the line.
  mutating func offerBelowGlued(
    _ bytes: Span<UInt8>, _ line: LogLine
  ) -> Bool {
    guard open.areFew(in: line.stream) else { return false }
    for index in open.indices(of: line.stream) {
      let report = open[line.stream, index]
      guard !report.titlePrefix.isEmpty, !report.isAnnounced,
        line.extent.line - report.draft.extent.lastLine <= TitleWait.patience,
        let text = report.grammar.ownText(bytes, line.range),
        let prefix = LinePrefix(besideTitle: report.titlePrefix, bytes, line.range.lowerBound..<text)
      else { continue }
      if let own = known?.header(below: report.draft.extent.firstLine), own > line.extent.line { continue }
      report.confirmPrefix(atLine: line.extent.line)
      report.prefix = prefix
      open.move(report)
      return settle(offer(bytes, line, nil, to: report), report) ?? false
    }
    return false
  }

  /// Makes a report whose title and first header are on one line learn its prefix from the next one.
  mutating func learnBelowGlued(_ report: OpenReport, _ bytes: Span<UInt8>, _ own: Range<Int>) {
    guard !report.isAnnounced, report.prefix.isEmpty, !bytes.trimmed(own).isEmpty else { return }
    report.prefix = LinePrefix(bytes, own)
    report.titlePrefix = bytes.bytes(own)
    open.move(report)
  }
}
