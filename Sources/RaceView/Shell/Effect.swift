package import RaceModel
package import RaceWork

/// Something only the program around the screens can do.
package enum Effect: Equatable, Sendable {
  /// End the program.
  case quit
  /// Read all logs anew and begin again with the list, what is remembered of it kept.
  case reload
  /// Do a job and send its answers back as `Event.answer`.
  case job(Job)
  /// Read what is added to the logs, or do not.
  case follow(Bool)
  /// Open an editor on files, beside each other where it can, and send what came of it back as `Event.edited`.
  case edit([FilePlace])
  /// Put text on the clipboard.
  case copy(ClipboardText, what: String)
  /// Write what is said of races, before anything else is done: a later word on a race must not come before an earlier
  /// one, and none may be lost at the end.
  case triage([TriageChange])
  /// Draw every cell anew.
  case repaint
}
