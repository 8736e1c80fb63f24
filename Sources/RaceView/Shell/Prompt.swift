/// A line that is typed in the footer.
package struct Prompt: Hashable, Sendable {
  /// What the line is for.
  package enum Purpose: Hashable, Sendable {
    /// What to look for.
    case search
    /// What races must hold.
    case filter
  }

  /// What the line is for.
  package var purpose: Purpose
  /// What has been typed.
  package var text: String
  /// What was in force before, to go back to.
  package var previous: String

  /// How long the line can become: nobody types more, and a paste may be anything.
  static let longest = 1000
}
