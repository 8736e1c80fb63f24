/// The results from one piece of a log.
struct PieceResult: Sendable {
  /// Its reports; lines are counted from the place where reading began.
  var reports: [ReportEntry]
  /// The tests that were blamed in it.
  var claims: [TestClaim]
  /// Its notes; lines are counted from the same place.
  var notes: LogNotes
  /// The names and sites that the reader first found in it.
  var found: FoundNames
  /// The base of its reports' line numbers.
  var firstLine: Int
  /// Physical lines of the piece.
  var lines: Int
  /// The end of the read part of the log.
  var bytes: Int
  /// The state at its beginning and at its end.
  var begin: PieceState
  var end: PieceState
  /// The threads that it announced and needed.
  var threads: PieceThreads
  /// The test and the job that were announced last.
  var test: AnnouncedName
  var job: AnnouncedName
  /// Why reading ended early.
  var failure: InputError.Cause?
}
