/// Reports whose summary is above them.
extension LogScanner {
  /// Ends a report before its last line and begins the next one with that line, which heads it.
  mutating func passLastLine(of report: OpenReport, _ bytes: Span<UInt8>, _ origin: LineOrigin) {
    guard let line = report.lastLine else { return finish(report) }
    report.draft.extent.end = line.before.end
    report.draft.extent.lastLine = line.before.lastLine
    finish(report)
    let text = LogLine(range: 0..<line.text.count, origin: origin, extent: line.extent)
    let next = newReport(report.grammarType, bytes, text)
    next.prefix = report.prefix
    open.insert(next)
    _ = read(line.text.span, text, next)
  }
}

extension OpenReport {
  /// A line that may head the next report.
  struct LastLine {
    /// The line without its prefix.
    var text: [UInt8]
    var extent: LineExtent
    /// Where the report ended before the line.
    var before: (end: Int, lastLine: Int)
  }

  /// Keeps a line that the report has taken and may have to give back.
  func keepLastLine(_ bytes: Span<UInt8>, _ line: LogLine) {
    draft.progress.mayPassLastLine = false
    lastLine = LastLine(
      text: bytes.bytes(line.range), extent: line.extent, before: (draft.extent.end, draft.extent.lastLine))
  }
}
