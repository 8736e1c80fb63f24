package import RaceModel

/// What reading the logs, and looking at them again, has found.
package enum LogEvent: Sendable {
  /// More of a log was read.
  case batch(IndexBatch)
  /// All logs have been read to their ends.
  case loaded
  /// A log has changed since it was read.
  case changed(Int, LogChange)
  /// A log has changed so that it is read anew, as another log.
  case restarted(Int, LogChange)
  /// Logs have appeared in folders; there are so many now.
  case opened(Int)
  /// A log that has grown, or has appeared, was read on; what was found belongs together.
  case grown([IndexBatch])
  /// A log that has appeared cannot be opened.
  case failed(InputError)
}
