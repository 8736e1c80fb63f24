/// What a line of source text begins in the middle of.
package enum LexerState: Hashable, Sendable {
  /// Nothing: code.
  case code
  /// A comment that ends with its line but for a backslash.
  case lineComment
  /// A comment that has an end, in so many others.
  case blockComment(depth: Int)
  /// A string.
  case string(StringForm)

  /// How a string goes on and ends.
  package struct StringForm: Hashable, Sendable {
    /// What ends it.
    var closing: [UInt8]
    /// What makes the next character another one; empty in a raw string.
    var escape: [UInt8]
    /// Whether it goes on over the end of a line.
    var spansLines: Bool
    /// Whether an escaped parenthesis holds code, with strings in it.
    var holdsCode = false
  }
}
