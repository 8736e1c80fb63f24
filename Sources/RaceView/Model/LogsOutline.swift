package import RaceModel
internal import RaceText

/// What was read from the logs, in short: it tells whether anything has changed when they are read again.
package struct LogsOutline: Equatable, Sendable {
  /// A log, and how much of it was read.
  private struct File: Equatable {
    var name: String
    var bytes: Int
    var lines: Int
  }

  /// A report: its race, and where it is.
  private struct Place: Equatable {
    var race: RaceKey
    var log: Int32
    var line: Int
  }

  private let files: [File]
  private let reports: [Place]
  private let races: Set<RaceKey>

  /// The outline of logs that were read to their end.
  package init(_ index: LogIndex) {
    files = index.logs.map { File(name: $0.name, bytes: $0.bytes, lines: $0.lineCount) }
    races = Set(index.races.lazy.map(\.key))
    reports = index.reports.map { Place(race: index.race(of: $0).key, log: $0.log, line: $0.line) }
  }

  /// What has changed since an earlier one: `nothing has changed`, `2 new races, 1 race gone`.
  package func changes(since before: LogsOutline) -> String {
    if self == before { return "nothing has changed" }
    let new = races.subtracting(before.races).count
    let gone = before.races.subtracting(races).count
    guard new + gone > 0 else {
      let count = Counting.plural(reports.count, "report")
      return reports.count == before.reports.count
        ? "the same races" : "the same races, in \(count) (\(before.reports.count) before)"
    }
    return [
      new > 0 ? Counting.plural(new, "new race") : "",
      gone > 0 ? "\(Counting.plural(gone, "race")) gone" : "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
