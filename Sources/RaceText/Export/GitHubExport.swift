internal import RaceModel

/// Annotations for a workflow of GitHub Actions, the races with most reports first.
///
/// A step shows ten warnings and ten notices: ten races are warnings, one notice lists the others.
struct GitHubExport: ExportFormat {
  static let name = "github"
  static let summary = "annotations for a GitHub workflow: ten races, then a list"

  /// The number of warnings that a step shows.
  private static let mostWarnings = 10
  /// The number of races listed besides them.
  private static let mostListed = 60

  mutating func finish(_ logs: ExportedLogs, to output: ExportOutput) throws {
    let rows = RaceListing().rows(RaceFacts(logs.index), races: logs.races.contains)
    var reading = RaceReading(logs)
    var elsewhere = 0
    for row in rows.prefix(Self.mostWarnings) {
      guard let race = reading.race(at: row.race) else { continue }
      let account = RaceAccount(race)
      let place = account.placeInRepository
      if place == nil { elsewhere += 1 }
      let command = WorkflowCommand(
        name: .warning, title: account.title, place: place,
        message: account.lines(showsPlace: place == nil).joined(separator: "\n"))
      try output(Array(command.text.utf8))
    }
    if rows.count > Self.mostWarnings {
      try output(Array(rest(rows.dropFirst(Self.mostWarnings), &reading).text.utf8))
    }
    if elsewhere > 0 { try output(Array(Self.remark(elsewhere).text.utf8)) }
  }

  /// The notice about races without an annotation.
  private func rest(_ rows: ArraySlice<RaceRow>, _ reading: inout RaceReading) -> WorkflowCommand {
    var lines: [String] = []
    for row in rows.prefix(Self.mostListed) {
      guard let race = reading.race(at: row.race) else { continue }
      let account = RaceAccount(race)
      lines.append("\(account.place.words): \(account.title)")
    }
    if rows.count > Self.mostListed { lines.append("and \(rows.count - Self.mostListed) more") }
    lines.append("racetui export --format markdown prints all of them, for the job summary.")
    return WorkflowCommand(
      name: .notice, title: Counting.plural(rows.count, "more race"), place: nil,
      message: lines.joined(separator: "\n"))
  }

  private static func remark(_ count: Int) -> WorkflowCommand {
    WorkflowCommand(
      name: .notice, title: "\(Counting.plural(count, "race")) outside the repository", place: nil,
      message:
        "Their lines are not in the repository. If they should be, set --root to its folder as the log prints it."
    )
  }
}
