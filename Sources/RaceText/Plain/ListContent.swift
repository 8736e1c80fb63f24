internal import RaceModel

/// The contents of a printed list: which races, in what order and groups, and what to print besides the
/// sites.
package struct ListContent: Sendable {
  /// The races.
  package var races: RaceSelection
  /// Their order; in groups the order within each.
  package var order = RaceOrder()
  /// What they are grouped by; nil if ungrouped.
  package var grouping: RaceGrouping?
  /// Whether each race has its key.
  package var hasKeys: Bool
  /// Whether each race has what it is on and its likely cause.
  package var hasCauses: Bool
  /// The explanations of races; missing ones print none.
  package var explanations: ExplainedRaces
  /// Whether the text is in colour, only for a terminal.
  package var isColored = false

  /// By default all races with only their sites, most reports first.
  package init(
    races: RaceSelection = .all, hasKeys: Bool = false, hasCauses: Bool = false,
    explanations: ExplainedRaces = ExplainedRaces()
  ) {
    self.races = races
    self.hasKeys = hasKeys
    self.hasCauses = hasCauses
    self.explanations = explanations
  }

  /// Whether it needs explanations of races.
  package var needsExplanations: Bool {
    hasCauses || order.sort.needsExplanations || grouping?.needsExplanations == true
  }

  /// The lines below the sites of a race, not cleaned.
  func lines(_ race: Race) -> [String] {
    var lines: [String] = []
    if hasCauses, let explanation = explanations[race.key] {
      let findings = Findings(explanation, race)
      if let cycle = findings.cycle { lines.append("cycle \(cycle)") }
      let parts = [findings.on.map { "on \($0)" }, findings.likely.first.map { "likely \($0)" }]
        .compactMap(\.self)
      if !parts.isEmpty { lines.append(parts.joined(separator: "; ")) }
    }
    if hasKeys { lines.append("key \(race.key)") }
    return lines
  }
}
