/// What was read from one piece of a log.
struct SegmentResult: Sendable {
  /// Its reports; lines are counted from the place where reading began.
  var reports: [ReportEntry]
  /// The tests that were blamed in it.
  var claims: [TestClaim]
  /// What else it holds that tells what happened; lines are counted from the same place.
  var notes: LogNotes
  /// Which reader read it, and whether its numbers of names and sites begin anew.
  var reader: Int32
  var startsTable: Bool
  /// The names and sites that the reader met first in this piece.
  var names: [String]
  var sites: [Site]
  /// What the lines of its reports were counted from.
  var firstLine: Int
  /// Physical lines of the piece.
  var lines: Int
  /// Up to where the log was read.
  var bytes: Int
  /// What was known at its beginning and at its end.
  var begin: SegmentState
  var end: SegmentState
  /// The threads that it announced and looked for.
  var threads: SegmentThreads
  /// The test that was announced last.
  var announced: AnnouncedTest
  /// Why reading ended early.
  var failure: InputError.Cause?
}
