internal import RaceModel

/// One JSON document, see `docs/export.md`.
struct JSONExport: ExportFormat {
  static let name = "json"
  static let summary = "one document with sources, reports and races"

  private let reports = JSONReports()

  mutating func finish(_ logs: ExportedLogs, to output: ExportOutput) throws {
    let index = logs.index
    try output(Self.head(index))
    // Sources that were interleaved end their reports out of order.
    let order = index.reportsInOrder
    var ids = Array(repeating: 0, count: order.count)
    for (place, position) in order.enumerated() { ids[position] = place + 1 }
    // Omitted reports keep their numbers, so that an id is the same with every query.
    let selected = order.filter { logs.races.contains(Int(index.reports[$0].race)) }
    let item = { (number: Int) in
      let position = selected[number]
      let entry = index.reports[position]
      return ExportItem(entry: entry, during: index.printedDuring(entry), id: ids[position])
    }
    // The last one has no comma.
    let last = max(0, selected.count - 1)
    var style = ExportStyle(printsLogName: false, separator: ",\n")
    try reports.write(0..<last, logs.files, style, to: output, item)
    style.separator = ""
    try reports.write(last..<selected.count, logs.files, style, to: output, item)
    try writeRaces(logs, ids: ids, to: output)
  }

  private func writeRaces(_ logs: ExportedLogs, ids: [Int], to output: ExportOutput) throws {
    let index = logs.index
    let families = Families.families(of: index)
    var explainer = RaceExplainer()
    var reading = RaceReading(logs)
    try output(Array("],\n\"races\":[".utf8))
    // One race at a time, because there may be tens of thousands.
    var isFirst = true
    for (position, race) in index.races.enumerated() where logs.races.contains(position) {
      var json = JSONWriter()
      if !isFirst { json.raw(",") }
      isFirst = false
      // Source files are checked for one report, which is read in full for that.
      let sourced = logs.hasSource ? reading.race(at: position)?.explanation : nil
      let explanation =
        sourced ?? explainer.explain(ExplanationRequest(race, of: index), files: logs.files)
      let shown = race.reports.first { number in
        explanation.entry.map { index.reports[Int(number)] == $0 } ?? false
      }
      let numbers = RaceNumbers(
        race: position + 1, reports: race.reports.map { ids[Int($0)] }, family: families[position] + 1,
        shown: shown.map { ids[Int($0)] })
      RaceJSON.write(race, of: index, numbers, explanation, to: &json)
      try output(json.bytes)
    }
    try output(Array("]}\n".utf8))
  }

  private static func head(_ index: LogIndex) -> [UInt8] {
    var json = JSONWriter()
    // The document ends behind the races.
    json.begin()
    json.field("format", "racetui")
    json.field("version", 1)
    json.list("sources", index.logs) { json, source in
      json.begin()
      json.field("name", source.name)
      json.field("bytes", source.bytes)
      json.field("lines", source.lineCount)
      json.field("reports", source.reportCount)
      json.list("notes", source.notes.kept) { json, note in
        json.begin()
        json.field("line", note.line)
        json.field("text", note.text)
        json.end()
      }
      json.field("notesOmitted", source.notes.omitted)
      json.end()
    }
    json.endLine()
    json.name("reports")
    json.raw("[")
    return json.bytes
  }
}
