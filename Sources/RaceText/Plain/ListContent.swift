package import RaceModel

/// What a printed list holds: which races, and what of each beside its sites.
package struct ListContent: Sendable {
  /// The races.
  package var races: RaceSelection
  /// Whether each race has its key.
  package var hasKeys: Bool
  /// What is worked out of races; those that are missing have nothing of it.
  package var explanations: [RaceKey: RaceExplanation]

  /// All races with their sites alone, unless something else is wanted.
  package init(
    races: RaceSelection = .all, hasKeys: Bool = false, explanations: [RaceKey: RaceExplanation] = [:]
  ) {
    self.races = races
    self.hasKeys = hasKeys
    self.explanations = explanations
  }

  /// The lines below the sites of a race, not cleaned.
  func lines(_ race: Race) -> [String] {
    var lines: [String] = []
    if let explanation = explanations[race.key] {
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
