internal import RaceModel
internal import RaceText

/// Completions for the end of a query, up to the cursor.
package struct Completion: Hashable, Sendable {
  /// The first character of the completed part.
  let start: Int
  /// The candidates, as written in a query.
  let candidates: [String]
  /// The candidate in the line; nil for the typed text.
  private(set) var position: Int?

  /// The maximum number of candidates.
  private static let most = 50

  /// The completions of the text before the cursor; nil if unknown.
  init?(_ head: String, _ context: Context) {
    let part = head.last == " " ? "" : Query.parts(of: head).last ?? ""
    let isNegated = part.hasPrefix("-")
    let word = isNegated ? part.dropFirst() : part[...]
    start = head.count - word.count
    var value = word
    if word.hasPrefix("@") {
      candidates = context.settings.queries.names.map { "@\($0) " }.filter { $0.hasPrefix(word) }
    } else if let field = QueryField.take(from: &value) {
      let typed = value.filter { $0 != "\"" }
      candidates = Self.values(of: field, holding: typed, context).map {
        "\(field.rawValue):\(Self.quoted($0)) "
      }
    } else {
      candidates = QueryField.allCases.map(\.rawValue).filter { $0.hasPrefix(word) }.map { $0 + ":" }
    }
    if candidates.isEmpty { return nil }
  }

  /// The next or previous candidate; wraps at the end.
  mutating func step(_ direction: Int) -> String {
    let next = position.map { $0 + direction } ?? (direction > 0 ? 0 : candidates.count - 1)
    let place = (next + candidates.count) % candidates.count
    position = place
    return candidates[place]
  }

  private static func quoted(_ value: String) -> String { value.contains(" ") ? "\"\(value)\"" : value }

  /// The values of a field in these logs.
  private static func values(of field: QueryField, holding text: String, _ context: Context) -> [String] {
    let index = context.index
    switch field {
    case .function, .file, .path, .lock, .on, .thread, .address, .note:
      return context.model.words.index.words(of: field, holding: text, most: most)
    case .is: return matching(QueryState.allCases.map(\.rawValue), text)
    case .mark: return matching(TriageState.allCases.map(\.rawValue), text)
    case .kind: return matching(index.races.map(\.kind.words), text)
    case .detector: return matching(index.races.map(\.detector.name), text)
    case .log: return matching(index.logs.map { String(lastComponent($0.name)) }, text)
    case .cause:
      return matching(
        context.model.explanations.found.causes.map(\.kind.words), text)
    case .test, .package:
      return matching(index.names(of: field == .test ? .test : .package), text)
    }
  }

  private static func matching(_ all: [String], _ text: String) -> [String] {
    let pattern = SearchPattern(text)
    return Array(Set(all).filter { pattern?.matches($0) != false }.sorted().prefix(most))
  }
}
