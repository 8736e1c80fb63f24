/// What to do about a message of a detector's runtime.
struct NoteRemedy: Sendable {
  /// A part of the message.
  let message: String
  /// What helps: a sentence.
  let words: String
}
