/// One run of a program: a log, or one of the processes that a log's reports name.
///
/// ThreadSanitizer and Valgrind print the process with each report, Go does not. A log without reports that
/// the user named is a run without findings. Other files of a folder are not known to come from a detector
/// unless it left a note: that it found nothing, or that the program crashed. A folder of logs also holds a
/// README and a build's output, which would make each race look rarer if they counted as runs.
struct LogRun: Hashable, Sendable {
  /// Its log in the index.
  var log: Int32
  /// Which process.
  var process: ReportEntry.Process
}
