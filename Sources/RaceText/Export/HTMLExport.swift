internal import RaceModel

/// A page with all races, those with most reports first: one file that loads nothing, for attaching to a mail
/// or keeping with a build.
struct HTMLExport: ExportFormat {
  static let name = "html"
  static let summary = "one page without scripts, with both sides; 10 MiB at most"

  /// The maximum bytes of a page: mail servers reject larger attachments.
  var limit = 10 << 20
  /// Bytes reserved for the line about omissions, and for the end.
  private static let reserve = 1 << 10

  mutating func finish(_ logs: ExportedLogs, to output: ExportOutput) throws {
    var left = limit - Self.reserve
    func write(_ text: String) throws {
      left -= text.utf8.count
      try output(Array(text.utf8))
    }
    try write(HTMLPage.head(title: ListText.summary(logs.index, logs.races)))
    let rows = RaceListing().rows(RaceFacts(logs.index), races: logs.races.contains)
    var reading = RaceReading(logs)
    var contents: [String] = []
    var leftOut = 0
    for (number, row) in rows.enumerated() {
      guard left > Self.reserve, let race = reading.race(at: row.race) else {
        leftOut += 1
        continue
      }
      let section = HTMLRace(race, number: number + 1)
      let line = section.contentsLine
      let room = left - line.utf8.count
      let raw = RawReport(race.entry, logs.files[Int(race.entry.log)])
      let texts = [raw, nil].lazy.map { section.text($0) }
      guard let text = texts.first(where: { $0.utf8.count <= room }) else {
        leftOut += 1
        continue
      }
      try write(text)
      contents.append(line)
      left -= line.utf8.count
    }
    if leftOut > 0 {
      let races = "\(leftOut) of \(Counting.plural(rows.count, "race"))"
      try write(
        "<p>Left out: \(races), to stay below 10 MiB. <code>racetui list</code> shows them all.</p>\n")
    }
    // Its contents are known at the end, but shown at the top.
    if contents.count > 1 { try output(Array(HTMLPage.contents(contents).utf8)) }
    try output(Array(HTMLPage.end.utf8))
  }
}
