/// Named queries: `@vendor` in a query means the terms saved as `vendor`.
package struct SavedQueries: Hashable, Sendable {
  /// The terms, by name.
  package private(set) var lines: [String: String] = [:]

  /// Nothing saved.
  package init() {}

  /// The names, in their order.
  package var names: [String] { lines.keys.sorted() }

  /// Saves a query.
  ///
  /// - Throws: why the name or the query is invalid, in words.
  package mutating func save(_ line: String, as name: String) throws(QueryError) {
    guard !name.isEmpty, name.utf8.allSatisfy({ Self.isPartOfName($0) }) else {
      throw QueryError("\"\(name)\": a name has only letters, digits, - and _")
    }
    if let reference = Query.parts(of: line).first(where: { Self.reference($0) != nil }) {
      throw QueryError("\(reference): a saved query cannot use another")
    }
    guard !(try Query(line)).isEmpty else { throw QueryError("@\(name) needs a term") }
    lines[name] = line
  }

  /// A query with the terms in place of the names: `@vendor fn:Get` is `-path:vendor -path:third_party
  /// fn:Get`.
  ///
  /// - Throws: which name is unknown, with the nearest known one.
  package func expanded(_ line: String) throws(QueryError) -> String {
    let parts = Query.parts(of: line)
    guard parts.contains(where: { Self.reference($0) != nil }) else { return line }
    var terms: [String] = []
    for part in parts {
      guard let name = Self.reference(part) else {
        terms.append(part)
        continue
      }
      guard let saved = lines[name] else { throw unknown(name) }
      terms += try part.hasPrefix("-") ? [Self.negated(saved, part)] : Query.parts(of: saved)
    }
    return terms.joined(separator: " ")
  }

  /// The name after `@` or `-@`; nil for a term. `"@name"` in quotes is a text.
  private static func reference(_ part: String) -> String? {
    let rest = part.hasPrefix("-") ? part.dropFirst() : part[...]
    return rest.first == "@" ? String(rest.dropFirst()) : nil
  }

  /// The negation of a saved query, possible only for one term.
  private static func negated(_ saved: String, _ part: String) throws(QueryError) -> String {
    let terms = Query.parts(of: saved)
    guard terms.count == 1, let term = terms.first else {
      throw QueryError("\(part): a query of several terms cannot be negated")
    }
    return term.hasPrefix("-") ? String(term.dropFirst()) : "-" + term
  }

  private func unknown(_ name: String) -> QueryError {
    if let nearest = NearestWord.of(name, among: names) {
      return QueryError("no saved query @\(name); did you mean @\(nearest)?")
    }
    if lines.isEmpty { return QueryError("no saved query @\(name): query.\(name) = TERMS saves one") }
    let known = names.count <= 8 ? " (known: \(names.map { "@" + $0 }.joined(separator: ", ")))" : ""
    return QueryError("no saved query @\(name)\(known)")
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}
