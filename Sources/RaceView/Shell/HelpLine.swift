/// A line of help: keys or a mark, and what they mean.
package struct HelpLine: Hashable, Sendable {
  /// The keys, or a mark of the screen.
  package var keys: String
  /// What they do or mean.
  package var words: String

  /// A line.
  init(_ keys: String, _ words: String) {
    self.keys = keys
    self.words = words
  }
}
