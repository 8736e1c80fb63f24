/// A line typed in the footer.
package struct Prompt: Hashable, Sendable {
  /// What the line is for.
  package enum Purpose: Hashable, Sendable {
    /// What to look for.
    case search
    /// The query that shown races match.
    case query
    /// The reason for a mark.
    case reason
    /// A link to more about a race.
    case link
  }

  /// What the line is for.
  package let purpose: Purpose
  /// What has been typed.
  package var line: TypedLine
  /// Why the typed text is invalid; nil if it is valid.
  package var objection: String?
  /// The candidates of Tab; nil before it is pressed.
  package var completion: Completion?
  /// How many lines back in the history the line is; 0 for a new one.
  package var historyIndex = 0
  /// The text typed before the history was used.
  package var draft = ""

  /// A line to edit.
  package init(_ purpose: Purpose, text: String = "") {
    self.purpose = purpose
    line = TypedLine(text)
  }
}
