/// One condition of a query.
package struct QueryTerm: Hashable, Sendable {
  /// The condition as typed: `-path:vendor`.
  package let text: String
  /// Whether it shows races that do not match.
  package let isNegated: Bool
  /// Where to search; nil for everywhere.
  package let field: QueryField?
  /// The pattern.
  package let pattern: SearchPattern

  /// A condition as typed; a text with blanks is in quotes.
  ///
  /// - Throws: why it is invalid, in words.
  package init(_ text: String) throws(QueryError) {
    self.text = text
    var rest = text[...]
    isNegated = rest.utf8.first == UInt8(ascii: "-") && rest.utf8.count > 1
    if isNegated { rest.removeFirst() }
    field = QueryField.take(from: &rest)
    guard !rest.isEmpty else { throw QueryError("\(field?.rawValue ?? ""): needs text") }
    pattern = try SearchPattern(typed: Self.unquoted(rest))
    if field == .is, QueryState(rawValue: pattern.text) == nil {
      let known = QueryState.allCases.map(\.rawValue).joined(separator: ", ")
      throw QueryError("is: takes \(known)")
    }
  }

  /// A word before a colon that looks like a field but is not: the term is searched as a text. Names of C++
  /// have two colons, places and addresses a number or a slash after one.
  package var unknownField: String? {
    guard field == nil, let colon = pattern.text.firstIndex(of: ":") else { return nil }
    let (word, rest) = (pattern.text[..<colon], pattern.text[pattern.text.index(after: colon)...])
    guard !word.isEmpty, word.utf8.allSatisfy({ 0x61...0x7A ~= $0 }), let next = rest.first, next.isLetter
    else { return nil }
    return String(word)
  }

  /// Whether the answer needs explanations of races.
  var needsExplanations: Bool {
    field?.needsExplanations != false || field == .is && QueryState(rawValue: pattern.text) == .explained
  }

  private static func unquoted(_ text: Substring) -> String {
    guard text.utf8.first == UInt8(ascii: "\""), text.utf8.count > 1 else { return String(text) }
    let inner = text.dropFirst()
    return String(inner.last == "\"" ? inner.dropLast() : inner)
  }

  package static func == (left: QueryTerm, right: QueryTerm) -> Bool { left.text == right.text }

  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
