/// Which reports of a race share a row.
package enum RaceSplit: String, Sendable, CaseIterable {
  /// All of them.
  case races
  /// Those with the same operations and exact lines.
  case lines
  /// Those with the same stacks.
  case stacks

  /// The addition to a heading; nil for whole races.
  package var words: String? {
    switch self {
    case .races: nil
    case .lines: "split by verb and line"
    case .stacks: "split by whole stacks"
    }
  }
}
