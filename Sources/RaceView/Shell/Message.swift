/// A line in the footer about what just happened.
package struct Message: Hashable, Sendable {
  /// Its text.
  package var text: String
  /// Whether something went wrong.
  package var isWarning: Bool

  /// A message.
  package init(_ text: String, isWarning: Bool = false) {
    self.text = text
    self.isWarning = isWarning
  }
}
