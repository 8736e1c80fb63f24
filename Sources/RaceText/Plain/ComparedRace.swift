package import RaceModel

/// A race in an index, with the reports to read when it is compared with another run.
package struct ComparedRace: Sendable {
  /// The race.
  package let race: Race
  /// Its sites; nil for a side that is not in the log.
  package let sites: [Site?]
  /// How many runs there are.
  package let runs: Int
  private let entries: [ReportEntry]

  /// The maximum reports to read of a race: with very many the rest are like these.
  private static let most = 16

  /// A race of an index.
  package init(_ race: Race, of index: LogIndex) {
    self.race = race
    sites = index.sites(of: race)
    runs = index.runCount
    entries = race.reports.prefix(Self.most).map { index.reports[Int($0)] }
  }

  /// The identity of the race.
  package var key: RaceKey { race.key }

  /// Its first reports in full; those that are no longer in their logs are left out.
  package func reports(in files: [LogFile]) -> [DetailedReport] {
    entries.compactMap { $0.read(from: files[Int($0.log)], during: nil) }
  }
}

extension ComparedRace: Equatable {
  /// Records are compared by their reports.
  package static func == (left: ComparedRace, right: ComparedRace) -> Bool {
    left.key == right.key && left.entries.map(\.id) == right.entries.map(\.id)
      && left.race.reports.count == right.race.reports.count
  }
}
