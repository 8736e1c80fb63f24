package import RaceModel

/// A row of the list: a race, or those of its reports that were printed alike.
package struct RaceRow: Sendable {
  /// The identity of a row, independent of its place in the list and in the index.
  package struct ID: Hashable, Sendable {
    /// The race.
    package var race: RaceKey
    /// The first report of a group; nil for a whole race.
    package var group: ReportID?

    /// A race, or a group of its reports.
    package init(race: RaceKey, group: ReportID? = nil) {
      self.race = race
      self.group = group
    }
  }

  /// The race, a position in the index of the row.
  package var race: Int
  /// Positions of its reports in the index; nil for all reports of the race.
  package var group: [Int32]?

  /// A race, or some of its reports.
  package init(race: Int, group: [Int32]? = nil) {
    self.race = race
    self.group = group
  }

  /// What the row is about.
  package func id(_ index: LogIndex) -> ID {
    ID(race: index.races[race].key, group: group?.first.map { index.reports[Int($0)].id })
  }

  /// The reports of the row.
  package func reports(_ index: LogIndex) -> [Int32] { group ?? Array(index.races[race].reports) }

  /// The place of a report among the row's reports; nil if it is not one of them.
  package func position(of report: Int32, _ index: LogIndex) -> Int? {
    if let group { return group.firstIndex(of: report) }
    return index.races[race].reports.firstIndex(of: report)
  }

  /// How many reports it has.
  package func count(_ index: LogIndex) -> Int { group?.count ?? index.races[race].reports.count }

  /// The position of its first report.
  package func firstReport(_ index: LogIndex) -> Int32? {
    if let group { return group.first }
    return index.races[race].reports.first
  }

  /// Its first report.
  package func first(_ index: LogIndex) -> ReportEntry? {
    firstReport(index).map { index.reports[Int($0)] }
  }

  /// The tests in which its reports were printed, in their order.
  package func tests(_ index: LogIndex) -> [String] {
    if let group { return index.tests(of: group) }
    return index.tests(of: index.races[race])
  }

  /// The site that the list shows first.
  package func leadingSite(_ index: LogIndex) -> SiteID {
    guard let group else { return index.leadingSite(ofRace: race) }
    return group.first.map { index.leadingSite(of: $0) } ?? .missing
  }

  /// In how many runs it occurs.
  package func runCount(_ index: LogIndex) -> Int {
    guard let group else { return index.races[race].runCount }
    return max(1, Set(group.lazy.map { index.reports[Int($0)].run }.filter { $0 >= 0 }).count)
  }
}
