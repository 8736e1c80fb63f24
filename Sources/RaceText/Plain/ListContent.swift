package import RaceModel

/// What a printed list holds: which races, in what order and groups, and what of each beside its sites.
package struct ListContent: Sendable {
  /// The races.
  package var races: RaceSelection
  /// Their order; in groups the order within each.
  package var order = RaceOrder()
  /// What they are grouped by; nil where they are not.
  package var grouping: RaceGrouping?
  /// Whether each race has its key.
  package var hasKeys: Bool
  /// Whether each race has what it is on and its likely cause.
  package var hasCauses: Bool
  /// What is worked out of races; those that are missing have nothing of it.
  package var explanations: [RaceKey: RaceExplanation]
  /// Whether the text is in colour: for a terminal alone.
  package var isColored = false

  /// All races with their sites alone, most reports first, unless something else is wanted.
  package init(
    races: RaceSelection = .all, hasKeys: Bool = false, hasCauses: Bool = false,
    explanations: [RaceKey: RaceExplanation] = [:]
  ) {
    self.races = races
    self.hasKeys = hasKeys
    self.hasCauses = hasCauses
    self.explanations = explanations
  }

  /// Whether races must be explained for it.
  package var needsExplanations: Bool {
    hasCauses || order.sort.needsExplanations || grouping?.needsExplanations == true
  }

  /// The lines below the sites of a race, not cleaned.
  func lines(_ race: Race) -> [String] {
    var lines: [String] = []
    if hasCauses, let explanation = explanations[race.key] {
      let subject = explanation.subject.map { subject in
        "on \(ShownNames().sentence(subject.words))" + (subject.isInferred ? " (inferred)" : "")
      }
      let cause = explanation.causes.first.map { "likely \($0.words)" }
      let parts = [subject, cause].compactMap(\.self)
      if !parts.isEmpty { lines.append(parts.joined(separator: "; ")) }
    }
    if hasKeys { lines.append("key \(race.key)") }
    return lines
  }
}
