/// A filter for races: all terms must match, and each can be removed.
package struct Query: Hashable, Sendable {
  /// The conditions, in the order typed.
  package private(set) var terms: [QueryTerm] = []
  /// Whether all of them are temporarily switched off.
  package var isOff = false

  /// A query that every race matches.
  package init() {}

  /// A query as typed: terms between blanks; quotes and slashes keep blanks together.
  ///
  /// - Throws: which term is invalid, and why.
  package init(_ text: String) throws(QueryError) {
    for part in Self.parts(of: text) { terms.append(try QueryTerm(part)) }
  }

  /// Whether every race matches it.
  package var isEmpty: Bool { terms.isEmpty }

  /// Whether it hides races now.
  package var isOn: Bool { !terms.isEmpty && !isOff }

  /// The terms as one line, to be edited.
  package var text: String { terms.map(\.text).joined(separator: " ") }

  /// Adds a term, and switches the query on.
  package mutating func add(_ term: QueryTerm) {
    terms.append(term)
    isOff = false
  }

  /// Removes a term, 0-based.
  package mutating func remove(at position: Int) {
    guard terms.indices.contains(position) else { return }
    terms.remove(at: position)
    if terms.isEmpty { isOff = false }
  }

  /// Whether the answer needs the triage file.
  package var needsTriage: Bool {
    isOn
      && terms.contains {
        $0.field == .mark || ($0.field == .is && ["seen", "unseen", "settled"].contains($0.pattern.text))
      }
  }

  /// Whether the answer needs full reports.
  package var needsReports: Bool { isOn && terms.contains { $0.field?.needsReports != false } }

  /// The first term about the comparison with an older run.
  package var comparingTerm: QueryTerm? {
    terms.first { $0.field == .is && ["new", "still"].contains($0.pattern.text) }
  }

  /// Whether the answer needs explanations of races.
  package var needsExplanations: Bool { isOn && terms.contains(where: \.needsExplanations) }

  /// The parts of a line that are terms. A part ends at a blank outside of quotes and of an expression's slashes.
  package static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var rest = text[...].drop(while: isBlank)
    while !rest.isEmpty {
      let end = endOfTerm(rest)
      parts.append(String(rest[..<end]))
      rest = rest[end...].drop(while: isBlank)
    }
    return parts
  }

  private static func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }

  private static func endOfTerm(_ text: Substring) -> Substring.Index {
    let value = value(of: text)
    if let first = value.first, first == "\"" || first == "/" {
      // An unclosed quote includes all that follows; a slash alone begins a path.
      if let end = closing(first, in: value) { return end }
      if first == "\"" { return text.endIndex }
    }
    return value.firstIndex(where: isBlank) ?? text.endIndex
  }

  /// What to search: the rest of a term after `-` and the field.
  private static func value(of term: Substring) -> Substring {
    var rest = term.first == "-" ? term.dropFirst() : term
    _ = QueryField.take(from: &rest)
    return rest
  }

  /// After the mark that closes a quote or an expression, a term ends; the mark has no backslash before it.
  private static func closing(_ mark: Character, in value: Substring) -> Substring.Index? {
    var isEscaped = false
    for index in value.indices.dropFirst() {
      let next = value.index(after: index)
      if value[index] == mark, !isEscaped, next == value.endIndex || isBlank(value[next]) { return next }
      isEscaped = !isEscaped && value[index] == "\\"
    }
    return nil
  }
}
