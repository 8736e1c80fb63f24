/// What a line has brought up for which the bytes above it must be looked at: only whoever reads the log's own lines
/// has them.
struct LineFindings {
  /// The report that the line has opened, whose test may be announced above it.
  var opened: OpenReport?
  /// Whether the line blames a test that is announced above it, see `TestClaim`.
  var blamesTest = false
  /// The stream of a record that blames a test and names none.
  var blamesUnnamed: TextStream?
  /// Whether text in the records above that one may have announced the test.
  var blamesAnnounced = false
}
