internal import RaceModel

/// Inspections for TeamCity in the output of a build: a type for each kind of report, then the races, those
/// with most reports first.
struct TeamCityExport: ExportFormat {
  static let name = "teamcity"
  static let summary = "inspections, as TeamCity service messages"

  mutating func finish(_ logs: ExportedLogs, to output: ExportOutput) throws {
    var reading = RaceReading(logs)
    var declared: Set<ReportKind> = []
    for row in RaceListing().rows(RaceFacts(logs.index), races: logs.races.contains) {
      guard let race = reading.race(at: row.race) else { continue }
      if declared.insert(race.race.kind).inserted { try output(Array(Self.type(race.race.kind).utf8)) }
      try output(Array(Self.inspection(race).utf8))
    }
  }

  private static func id(_ kind: ReportKind) -> String { "racetui.\(kind.rawValue)" }

  private static func type(_ kind: ReportKind) -> String {
    var message = ServiceMessage("inspectionType")
    message.add("id", id(kind), most: ServiceMessage.longestName)
    message.add("name", kind.words, most: ServiceMessage.longestName)
    message.add("description", KindWords.sentence(kind))
    message.add("category", "Data races and threads", most: ServiceMessage.longestName)
    return message.line
  }

  private static func inspection(_ race: ExportedRace) -> String {
    let account = RaceAccount(race)
    var message = ServiceMessage("inspection")
    message.add("typeId", id(race.race.kind), most: ServiceMessage.longestName)
    message.add("message", ([account.title] + account.lines(showsPlace: false)).joined(separator: "\n"))
    message.add("file", account.place.file)
    message.add("line", String(account.place.line))
    message.add("SEVERITY", "WARNING")
    return message.line
  }
}
