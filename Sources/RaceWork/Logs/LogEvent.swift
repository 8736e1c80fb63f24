package import RaceModel

/// What reading and rechecking the logs has found.
package enum LogEvent: Sendable {
  /// More of a log was read.
  case batch(IndexBatch)
  /// All logs have been read to their ends.
  case loaded
  /// A log has changed since it was read.
  case changed(Int, LogChange)
  /// A log has changed so that it is read again, as another log.
  case restarted(Int, LogChange)
  /// Logs have appeared in folders; the new number of logs.
  case opened(Int)
  /// A grown or new log was read; the results belong together.
  case grown([IndexBatch])
  /// A new log cannot be opened.
  case failed(InputError)
}
