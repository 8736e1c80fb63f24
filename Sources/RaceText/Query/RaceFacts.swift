package import RaceModel

/// What is known of races beside the words of their reports, for a query.
package struct RaceFacts {
  /// What has been read.
  package var index: LogIndex
  /// What is worked out of races.
  package var explanations: [RaceKey: RaceExplanation]
  /// How functions are called on the screen.
  package var names: ShownNames
  /// What people have found out about races.
  package var triage: [RaceKey: TriageEntry]
  /// What is said of races beside an older run, or a list of known ones; nil where there is none.
  package var comparison: RaceComparison?
  /// Who last changed the line of a race's first access; nil where nobody knows, no entry where nobody was asked.
  package var owners: [RaceKey: String?] = [:]
  /// The family of each race; nil where it is not at hand.
  package var families: [Int]?

  /// What is known.
  package init(
    _ index: LogIndex, explanations: [RaceKey: RaceExplanation] = [:], names: ShownNames = ShownNames(),
    triage: [RaceKey: TriageEntry] = [:]
  ) {
    self.index = index
    self.explanations = explanations
    self.names = names
    self.triage = triage
  }
}
