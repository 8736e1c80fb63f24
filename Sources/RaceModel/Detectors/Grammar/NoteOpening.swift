/// Where a message of a runtime begins in a line.
struct NoteOpening {
  /// Where its own words begin.
  var at: Int
  /// Whether it tells why the program, or the detector, came to its end.
  var isFatal = false
  /// Whether a list follows, an item a line.
  var hasItems = false
  /// Whether it is no message to keep but says in which test the reports above it were printed.
  var claimsReports = false
}
