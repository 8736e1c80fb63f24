internal import RaceSystem

/// Writes an index and its reports in a machine-readable form, report by report.
///
/// Reports are read again from their logs one at a time, so that the memory needed does not grow with
/// their number.
public struct Exporter: ~Copyable {
  /// The forms.
  public enum Format: String, Sendable, CaseIterable {
    /// One document, see `docs/export.md`.
    case json
    /// One report a line.
    case jsonl
  }

  /// How many reports are formatted, by two threads, before more are looked up.
  private static let run = 1024

  private let write: ([UInt8]) throws -> Void
  private var formatter = ReportFormatter()
  private let partner = FormatterPartner()

  /// An exporter that hands its output to `write` piece by piece.
  public init(write: @escaping ([UInt8]) throws -> Void) { self.write = write }

  /// Writes one line a report.
  ///
  /// - Parameter first: the reports of the index before this one were written before.
  public mutating func writeLines(_ index: LogIndex, from first: Int, files: [LogFile]) throws {
    let positions = first..<index.reports.count
    let style = ExportStyle(namesLog: true, separator: "\n")
    try format(count: positions.count, files, style) { number in
      let entry = index.reports[first + number]
      return ExportItem(entry: entry, during: index.printedDuring(entry), id: first + number + 1)
    }
  }

  /// Writes the whole document.
  public mutating func writeDocument(_ index: LogIndex, files: [LogFile]) throws {
    try write(Self.head(index))
    // Writers that were interleaved end their reports out of order.
    let order = index.reportsInOrder
    var ids = Array(repeating: 0, count: order.count)
    for (place, position) in order.enumerated() { ids[position] = place + 1 }
    let last = order.count - 1
    let item = { (number: Int) in
      let entry = index.reports[order[number]]
      return ExportItem(entry: entry, during: index.printedDuring(entry), id: number + 1)
    }
    var style = ExportStyle(namesLog: false, separator: ",\n")
    if last > 0 { try format(count: last, files, style, item) }
    style.separator = ""
    if last >= 0 { try write(formatter.format([item(last)], files: files, style)) }
    try writeRaces(index, ids: ids, files: files)
  }

  private func writeRaces(_ index: LogIndex, ids: [Int], files: [LogFile]) throws {
    let families = Families.families(of: index.races)
    var explainer = RaceExplainer()
    var json = JSONWriter()
    json.raw("],\n\"races\":")
    json.list(index.races.indices) { json, position in
      let race = index.races[position]
      RaceJSON.write(
        race, id: position + 1, reports: race.reports.map { ids[Int($0)] }, family: families[position] + 1,
        explainer.explain(ExplanationRequest(race, of: index), files: files), to: &json)
    }
    json.raw("}\n")
    try write(json.bytes)
  }

  /// Formats so many reports and writes them in order.
  private mutating func format(
    count: Int, _ files: [LogFile], _ style: ExportStyle, _ item: (Int) -> ExportItem
  ) throws {
    for start in stride(from: 0, to: count, by: Self.run) {
      let items = (start..<min(count, start + Self.run)).map(item)
      try format(ExportBlocks(items: items, files: files, style: style))
    }
  }

  private mutating func format(_ blocks: ExportBlocks) throws {
    let queue = PieceQueue<[UInt8]>(count: blocks.count)
    if blocks.count > 1 { partner.start(queue, blocks) }
    // The partner is waited for even when writing fails: it must not be left with its work.
    defer {
      queue.cancel()
      if blocks.count > 1 { partner.finish() }
    }
    for index in 0..<blocks.count {
      try write(queue.result(of: index) { blocks.format($0, with: &formatter) })
    }
  }

  private static func head(_ index: LogIndex) -> [UInt8] {
    var json = JSONWriter()
    json.raw("{\"format\":\"racetui\",\"version\":1,\"sources\":")
    json.list(index.logs) { json, log in
      json.raw("{\"name\":")
      json.string(log.name)
      json.raw(",\"bytes\":")
      json.number(log.bytes)
      json.raw(",\"lines\":")
      json.number(log.lines)
      json.raw(",\"reports\":")
      json.number(log.reports)
      json.raw(",\"notes\":")
      json.list(log.notes.kept) { json, note in
        json.raw("{\"line\":")
        json.number(note.line)
        json.raw(",\"text\":")
        json.string(note.text)
        json.raw("}")
      }
      json.raw(",\"notesOmitted\":")
      json.number(log.notes.omitted)
      json.raw("}")
    }
    json.raw(",\n\"reports\":[")
    return json.bytes
  }
}
