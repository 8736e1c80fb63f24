/// Which races of an index to print: all, or those that match a query.
package struct RaceSelection: Sendable {
  /// All races.
  package static let all = RaceSelection()

  /// The query as typed; nil for none.
  package let query: String?
  /// Reports whose words were not read for the query, because they would take too much memory.
  package let unaskedCount: Int
  private let isShown: [Bool]

  private init() { (query, unaskedCount, isShown) = (nil, 0, []) }

  /// The races that match a query.
  ///
  /// - Parameter unaskedCount: how many reports were not read for it.
  package init(_ query: Query, _ answer: QueryAnswer, unaskedCount: Int = 0) {
    (self.query, self.unaskedCount, isShown) = (query.text, unaskedCount, answer.isShown)
  }

  /// Some of the races of an index, by their positions.
  ///
  /// - Parameter words: what they have in common.
  package init(_ races: Set<Int>, of count: Int, words: String) {
    (query, unaskedCount) = (words, 0)
    isShown = (0..<count).map { races.contains($0) }
  }

  /// Whether to print a race, by its position in the index of the query.
  package func contains(_ race: Int) -> Bool {
    query == nil || isShown.indices.contains(race) && isShown[race]
  }

  /// How many of an index's races to print; nil without a query.
  package var count: Int? { query == nil ? nil : isShown.count { $0 } }
}
