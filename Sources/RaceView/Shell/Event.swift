package import RaceWork

/// Something that happened.
package enum Event: Sendable {
  /// The user or the terminal.
  case input(InputEvent)
  /// Logs were read, or have changed.
  case log(LogEvent)
  /// A job was done.
  case answer(Answer)
  /// An editor has ended: the message about it.
  case edited(Message)
  /// Marks were written, or could not be.
  case triaged(TriageAnswer)
  /// Something happened that the footer should report.
  case message(Message)
}
