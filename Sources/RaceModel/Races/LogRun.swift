/// One run of a program: a log, or one of the processes that a log's reports name.
///
/// ThreadSanitizer and Valgrind print the process with each report, Go does not. A log without reports is a run in
/// which nothing was found when the user named it. Of the other files of a folder nobody knows that a detector took
/// part unless it left a note: that it found nothing, or that the program crashed. A folder of logs holds a README
/// and a build's output as well, and counted as runs they would make each race look rarer than it is.
struct LogRun: Hashable, Sendable {
  /// Which of the index's logs it is in.
  var log: Int32
  /// Which process.
  var process: ReportEntry.Process
}
