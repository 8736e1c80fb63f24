/// Where a line is in the log.
struct LinePlace {
  /// The physical line, 1-based.
  var line: Int
  /// Its first byte.
  var start: Int
  /// The byte after its line end.
  var end: Int
}
