/// One condition of a query.
package struct QueryTerm: Hashable, Sendable {
  /// The condition as typed: `-path:vendor`.
  package let text: String
  /// Whether races are shown that do not meet it.
  package let isNegated: Bool
  /// What must hold the pattern; nil for anything.
  package let field: QueryField?
  /// What to look for.
  package let pattern: SearchPattern

  /// A condition as typed; a text with blanks is in quotes.
  ///
  /// - Throws: why it is none, in words.
  package init(_ text: String) throws(QueryError) {
    self.text = text
    var rest = text[...]
    isNegated = rest.utf8.first == UInt8(ascii: "-") && rest.utf8.count > 1
    if isNegated { rest.removeFirst() }
    field = QueryField.take(from: &rest)
    guard !rest.isEmpty else { throw QueryError("\(field?.rawValue ?? ""): needs a text") }
    pattern = try SearchPattern(typed: Self.unquoted(rest))
    if field == .is, QueryState(rawValue: pattern.text) == nil {
      let known = QueryState.allCases.map(\.rawValue).joined(separator: ", ")
      throw QueryError("is: knows \(known)")
    }
  }

  /// The word before a colon that looks like a field and is none: the term is looked for as a text. Names of C++ have two
  /// colons, places and addresses a number or a slash behind one.
  package var unknownField: String? {
    guard field == nil, let colon = pattern.text.firstIndex(of: ":") else { return nil }
    let (word, rest) = (pattern.text[..<colon], pattern.text[pattern.text.index(after: colon)...])
    guard !word.isEmpty, word.utf8.allSatisfy({ 0x61...0x7A ~= $0 }), let next = rest.first, next.isLetter
    else { return nil }
    return String(word)
  }

  /// Whether races must be explained to answer.
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
