package import RaceModel

/// What a list says of a race beside its sites.
package enum RaceWords {
  /// What the race is on, and the likely cause.
  package static func explanation(_ explanation: RaceExplanation, _ names: ShownNames) -> [String?] {
    [(explanation.subject?.words).map(names.sentence), explanation.causes.first?.words]
  }

  /// The kind, unless it is a data race, or what is wrong with the reports.
  package static func state(_ race: Race) -> String? {
    race.kind == .dataRace ? damage(race) : race.kind.words
  }

  /// What is wrong with the reports.
  package static func damage(_ race: Race) -> String? {
    if race.isHalf, MissingSide(race) == .lost { return "one side missing" }
    if race.incompleteCount == 0 { return nil }
    return race.incompleteCount == race.reports.count ? "damaged" : "\(race.incompleteCount) damaged"
  }
}
