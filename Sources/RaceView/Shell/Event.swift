package import RaceWork

/// Something that happened.
package enum Event: Sendable {
  /// The user or the terminal.
  case input(InputEvent)
  /// Logs were read, or have changed.
  case log(LogEvent)
  /// A job was done.
  case answer(Answer)
  /// An editor has ended: what is to be said of that.
  case edited(Message)
  /// What is said of races was written, or was not.
  case triaged(TriageAnswer)
  /// Something was done that the footer should tell.
  case message(Message)
}
