/// Where a line is in the log.
struct LinePlace {
  /// The physical line, 1-based.
  var line: Int
  /// Its first byte.
  var start: Int
  /// The byte after its line end.
  var end: Int
}

/// Where a line's text comes from.
struct LineOrigin {
  /// The stream inside a JSON log, or plain text.
  var stream = OpenReports.plain
  /// Whether the text is read where it is in the log, so that anchors were already looked for in it.
  var isInPlace = false
  /// What a record said about package and test whose text was decoded.
  var names: PrintedDuringTracker.Names = (-1, -1)
}

/// What a line has brought up for which the bytes above it must be looked at: only whoever reads the log's own lines
/// has them.
struct LineFindings {
  /// The report that the line has opened, whose test may be announced above it.
  var opened: OpenReport?
  /// Whether the line blames a test that is announced above it, see `TestClaim`.
  var blamesTest = false
  /// The stream of a record that blames a test and names none.
  var blamesUnnamed: OpenReports.Stream?
}
