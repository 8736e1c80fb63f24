/// How a detector is told to be silent about a race.
package struct SuppressionSyntax: Sendable {
  /// The form.
  enum Form: Sendable {
    /// A line `race:PATTERN`.
    case rules
    /// A block of frames of that kind: `Helgrind:Race`.
    case blocks(kind: String)
    /// A line `!FUNCTION`.
    case functions
  }

  /// The form.
  let form: Form
  /// How the detector takes them, in a line.
  package let advice: String
}
