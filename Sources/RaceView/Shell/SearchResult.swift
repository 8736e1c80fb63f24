/// The search match under the cursor.
package struct SearchResult: Hashable, Sendable {
  /// Its number, from 1.
  package let number: Int
  /// How many rows match.
  package let count: Int

  /// `3/17`
  package var words: String { "\(number)/\(count)" }
}
