/// What races must hold to be shown: all terms, each of which can be taken away.
package struct Query: Hashable, Sendable {
  /// The conditions, in the order typed.
  package private(set) var terms: [QueryTerm] = []
  /// Whether all of them are switched off for a while.
  package var isOff = false

  /// A query that every race meets.
  package init() {}

  /// A query as typed: terms between blanks; quotes and slashes keep blanks together.
  ///
  /// - Throws: which term is none, and why.
  package init(_ text: String) throws(QueryError) {
    for part in Self.parts(of: text) { terms.append(try QueryTerm(part)) }
  }

  /// Whether every race meets it.
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

  /// Takes a term away, 0-based.
  package mutating func remove(at position: Int) {
    guard terms.indices.contains(position) else { return }
    terms.remove(at: position)
    if terms.isEmpty { isOff = false }
  }

  /// Whether the triage file must be read to answer it.
  package var needsTriage: Bool {
    isOn
      && terms.contains {
        $0.field == .mark || ($0.field == .is && ["seen", "unseen", "settled"].contains($0.pattern.text))
      }
  }

  /// Whether reports must be read whole to answer.
  package var needsReports: Bool { isOn && terms.contains { $0.field?.needsReports != false } }

  /// The first term that asks how races compare with those of an older run.
  package var comparingTerm: QueryTerm? {
    terms.first { $0.field == .is && ["new", "still"].contains($0.pattern.text) }
  }

  /// Whether races must be explained to answer it.
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
      // A quote that is not closed yet holds all that follows; a slash alone begins a path.
      if let end = closing(first, in: value) { return end }
      if first == "\"" { return text.endIndex }
    }
    return value.firstIndex(where: isBlank) ?? text.endIndex
  }

  /// What is to be looked for: the rest of a term behind `-` and the field.
  private static func value(of term: Substring) -> Substring {
    var rest = term.first == "-" ? term.dropFirst() : term
    _ = QueryField.take(from: &rest)
    return rest
  }

  /// Behind the mark that closes a quote or an expression: a term ends there, and no backslash is before it.
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
