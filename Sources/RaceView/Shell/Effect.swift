package import RaceModel
package import RaceWork

/// Something only the program around the screens can do.
package enum Effect: Equatable, Sendable {
  /// End the program.
  case quit
  /// Read all logs again and start with the list, keeping what is remembered of it.
  case reload
  /// Do a job and send its answers back as `Event.answer`.
  case job(Job)
  /// Start or stop following the logs.
  case follow(Bool)
  /// Open an editor on files, side by side if it can, and send the result back as `Event.edited`.
  case edit([FilePlace])
  /// Put text on the clipboard.
  case copy(ClipboardText, what: String)
  /// Write marks on races, before anything else is done: a later mark must not come before an earlier one,
  /// and none may be lost at the end.
  case triage([TriageChange])
  /// Redraw every cell.
  case repaint
}
