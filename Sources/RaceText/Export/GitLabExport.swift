internal import RaceModel

/// A Code Quality report of GitLab: an array with an object for each race, those with most reports first.
///
/// Source: "Code Quality report format" of GitLab's documentation. A path must be relative, or GitLab does
/// not link it. It shows only the first of several findings with one fingerprint, and a race's key is unique.
struct GitLabExport: ExportFormat {
  static let name = "gitlab"
  static let summary = "a GitLab Code Quality report"

  /// The maximum bytes of a description.
  private static let longest = 4 << 10

  mutating func finish(_ logs: ExportedLogs, to output: ExportOutput) throws {
    var reading = RaceReading(logs)
    var separator = "["
    for row in RaceListing().rows(RaceFacts(logs.index), races: logs.races.contains) {
      guard let race = reading.race(at: row.race) else { continue }
      try output(Array("\(separator)\n".utf8) + Self.finding(race))
      separator = ","
    }
    try output(Array((separator == "[" ? "[]\n" : "\n]\n").utf8))
  }

  private static func finding(_ race: ExportedRace) -> [UInt8] {
    let account = RaceAccount(race)
    var json = JSONWriter()
    json.begin()
    json.field("description", Cutting.bytes(account.sentence, longest))
    json.field("check_name", race.race.kind.rawValue)
    json.field("fingerprint", race.race.key.description)
    json.field("severity", "major")
    json.object("location") { json in
      json.field("path", account.place.file)
      json.object("lines") { $0.field("begin", account.place.line) }
    }
    json.end()
    return json.bytes
  }
}
