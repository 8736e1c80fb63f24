internal import RaceModel

/// A heading and an issue's text for each race, those with most reports first, as GitHub and GitLab render it.
struct MarkdownExport: ExportFormat {
  static let name = "markdown"
  static let summary = "an issue's text for each race; 1 MiB at most"

  /// The maximum bytes of a document, the limit of GitHub's job summaries.
  static let limit = 1 << 20
  /// Bytes reserved for the line about omissions.
  private static let reserve = 256

  mutating func finish(_ logs: ExportedLogs, to output: ExportOutput) throws {
    let index = logs.index
    var left = Self.limit - Self.reserve
    func write(_ text: String) throws {
      left -= text.utf8.count
      try output(Array(text.utf8))
    }
    let summary = ListText.summary(index, logs.races)
    let rows = RaceListing().rows(RaceFacts(index), races: logs.races.contains)
    // Without a race it holds text from the log, or the query.
    try write((rows.isEmpty ? MarkdownText.code(summary) : summary) + "\n")
    var reading = RaceReading(logs)
    var leftOut = 0
    for (number, row) in rows.enumerated() {
      // Room too small for any race, so that the rest need not be read.
      guard left > Self.reserve, let race = reading.race(at: row.race) else {
        leftOut += 1
        continue
      }
      let text = MarkdownRace(race, number: number + 1, code: race.code)
      let raw = RawReport(race.entry, logs.files[Int(race.entry.log)])
      let whole = text.text(raw)
      if whole.utf8.count <= left {
        try write(whole)
        continue
      }
      let short = text.text(nil)
      if short.utf8.count <= left { try write(short) } else { leftOut += 1 }
    }
    if leftOut > 0 {
      let races = "\(leftOut) of \(Counting.plural(rows.count, "race"))"
      try write("\nLeft out: \(races), to stay below 1 MiB. `racetui list` shows them all.\n")
    }
  }
}
