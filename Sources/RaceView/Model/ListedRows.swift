internal import RaceModel
package import RaceText

/// The rows of a list of races that match its query, and what is said of all of them.
package struct ListedRows: Sendable {
  /// The races, in order, also those of folded groups.
  package private(set) var rows: [RaceRow] = []
  /// Their groups, one after the other; none if ungrouped.
  package private(set) var groups: [RaceGroup] = []
  /// Whether it is not known yet in which group some of the races are.
  private(set) var hasUnknownGroup = false
  /// How many races are shown: fewer than rows when races are split.
  package private(set) var raceCount = 0
  /// The most reports that a row has.
  package private(set) var mostReports = 0
  /// Whether a race is marked as fixed, and in the logs.
  package private(set) var hasReturned = false
  /// How many races are new, and how many have each mark; empty if none.
  package private(set) var marked = ""

  /// No rows.
  package init() {}

  /// Puts rows into groups, and counts.
  ///
  /// - Parameter isSplit: whether several rows can be of one race.
  init(_ rows: [RaceRow], _ grouping: RaceGrouping?, isSplit: Bool, _ facts: RaceFacts) {
    let index = facts.index
    self.rows = rows
    if let grouping {
      let grouped = RaceGroups(rows, by: grouping, facts)
      (self.rows, groups, hasUnknownGroup) = (grouped.rows, grouped.groups, grouped.hasUnknown)
    }
    raceCount = isSplit ? Set(rows.lazy.map(\.race)).count : rows.count
    hasReturned = facts.triage.values.contains { $0.state == .fixed && index.position(of: $0.key) != nil }
    marked =
      facts.triage.isEmpty && facts.comparison == nil
      ? "" : TriageWords.counts(index.races.lazy.map(\.key), facts.triage, facts.comparison)
    mostReports = rows.lazy.map { $0.count(index) }.max() ?? 0
  }
}
