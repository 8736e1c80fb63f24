/// A line as the scanner gives it to reports: where it is in the bytes at hand, and where in the log.
struct LogLine {
  /// The line in the bytes, or the part of it that is looked at.
  var range: Range<Int>
  /// Where its text comes from.
  let origin: LineOrigin
  /// Where the line is in the log.
  let extent: LineExtent

  /// The stream inside a JSON log, or plain text.
  var stream: TextStream { origin.stream }

  /// A line.
  init(range: Range<Int>, origin: LineOrigin = LineOrigin(), extent: LineExtent) {
    self.range = range
    self.origin = origin
    self.extent = extent
  }

  /// A line of a report that was put together from parts.
  init(_ text: [UInt8], of report: OpenReport, at extent: LineExtent) {
    self.init(range: 0..<text.count, origin: LineOrigin(stream: report.stream), extent: extent)
  }

  /// The same line, of which another part is looked at.
  func part(_ range: Range<Int>) -> LogLine {
    var part = self
    part.range = range
    return part
  }
}
