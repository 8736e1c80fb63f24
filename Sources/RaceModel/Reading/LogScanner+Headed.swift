/// Reports whose summary stands above them.
extension LogScanner {
  /// Ends a report before its last line and begins the next one with that line, which heads it.
  mutating func passLastLine(of index: Int, _ bytes: Span<UInt8>, _ origin: Origin) {
    let report = open[index]
    guard let line = report.lastLine else { return finish(index, isEnd: false) }
    report.draft.end = line.before.end
    report.draft.lastLine = line.before.lastLine
    finish(index, isEnd: false)
    let next = newReport(type(of: report.grammar), bytes, origin, line.place)
    next.prefix = report.prefix
    open.insert(next)
    guard let position = open.position(of: next) else { return }
    _ = read(line.text.span, 0..<line.text.count, position, line.place)
  }
}

extension OpenReport {
  /// A line that may head the next report.
  struct LastLine {
    /// The line without its prefix.
    var text: [UInt8]
    var place: LogScanner.Place
    /// Where the report ended before the line.
    var before: (end: Int, lastLine: Int)
  }

  /// Keeps a line that the report has taken and may have to give back.
  func keepLastLine(_ bytes: Span<UInt8>, _ range: Range<Int>, _ place: LogScanner.Place) {
    draft.mayPassLastLine = false
    lastLine = LastLine(text: bytes.bytes(range), place: place, before: (draft.end, draft.lastLine))
  }
}
