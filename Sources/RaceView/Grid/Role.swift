/// What can have a look: an ink, the bars, the selected row.
package enum Role: Hashable, Sendable, CaseIterable {
  /// Text with a meaning.
  case ink(Ink)
  /// The title and footer rows.
  case bar
  /// The selected row of the focused pane.
  case selection

  package static let allCases = Ink.allCases.map { Role.ink($0) } + [.bar, .selection]

  /// Its word in a configuration: `color.left`.
  package var word: String {
    switch self {
    case .ink(.plain): "text"
    case .ink(let ink): "\(ink)"
    case .bar: "bar"
    case .selection: "selection"
    }
  }

  /// The role with a word; nil for none.
  package init?(word: String) {
    guard let role = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = role
  }
}
