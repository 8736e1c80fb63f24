/// A piece of a line of source text.
struct SourceToken: Hashable, Sendable {
  /// What a piece is.
  enum Kind: Hashable, Sendable {
    case comment
    case string
    case number
    case keyword
    case identifier
    /// An operator, a bracket or anything else.
    case sign
  }

  var kind: Kind
  /// Its bytes in the line.
  var range: Range<Int>
}
