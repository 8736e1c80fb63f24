/// A line that is typed in the footer.
package struct Prompt: Hashable, Sendable {
  /// What the line is for.
  package enum Purpose: Hashable, Sendable {
    /// What to look for.
    case search
    /// The query that shown races match.
    case query
    /// Why a race is what it is marked as.
    case reason
    /// Where more is said of a race.
    case link
  }

  /// What the line is for.
  package let purpose: Purpose
  /// What has been typed.
  package var line: TypedLine
  /// Why what was typed cannot be asked; nil when it can.
  package var objection: String?
  /// What Tab goes through; nil before it is pressed.
  package var completion: Completion?
  /// How many lines back in the history the line is; 0 for a new one.
  package var historyPlace = 0
  /// What was typed before the history was looked at.
  package var draft = ""

  /// A line to be edited.
  package init(_ purpose: Purpose, text: String = "") {
    self.purpose = purpose
    line = TypedLine(text)
  }
}
