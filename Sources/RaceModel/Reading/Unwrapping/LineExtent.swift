/// Where a line is in the log.
struct LineExtent {
  /// The physical line, 1-based.
  var line: Int
  /// Its first byte.
  var start: Int
  /// The byte after its line end.
  var end: Int
  /// The last of the physical lines that it is made of.
  var lastLine: Int

  init(line: Int, start: Int, end: Int) {
    (self.line, self.start, self.end) = (line, start, end)
    lastLine = line
  }

  /// The place of a line and of the next one that goes on with it.
  func joined(to next: LineExtent) -> LineExtent {
    var extent = self
    (extent.end, extent.lastLine) = (next.end, next.lastLine)
    return extent
  }
}
