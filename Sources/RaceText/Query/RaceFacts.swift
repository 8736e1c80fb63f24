package import RaceModel

/// What a query can know about races besides the words of their reports.
package struct RaceFacts {
  /// What has been read.
  package var index: LogIndex
  /// The explanations of races.
  package var explanations: ExplainedRaces
  /// The names of functions on the screen.
  package var names: ShownNames
  /// What people have found out about races.
  package var triage: [RaceKey: TriageEntry]
  /// The comparison with an older run, or a list of known races; nil for none.
  package var comparison: RaceComparison?
  /// Who last changed the line of a race's first access; nil if unknown, no entry if git was not asked.
  package var owners: [RaceKey: String?] = [:]
  /// The family of each race; nil if not available.
  package var families: [Int]?

  /// What is known.
  package init(
    _ index: LogIndex, explanations: ExplainedRaces = ExplainedRaces(), names: ShownNames = ShownNames(),
    triage: [RaceKey: TriageEntry] = [:]
  ) {
    self.index = index
    self.explanations = explanations
    self.names = names
    self.triage = triage
  }
}
