/// Where a line's text comes from.
struct LineOrigin {
  /// The stream inside a JSON log, or plain text.
  var stream = TextStream.plain
  /// Whether the text is read where it is in the log, so that anchors were already looked for in it.
  var isInPlace = false
  /// What a record said about package and test whose text was decoded.
  var during = TestIDs.none
}
