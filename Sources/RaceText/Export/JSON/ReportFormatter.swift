internal import RaceModel

/// A report to write: its place in the log, and what is known besides its text.
struct ExportItem: Sendable {
  var entry: ReportEntry
  var during: PrintedDuring?
  /// The number of the report, 1-based.
  var id: Int
}

/// The form of a sequence of reports.
struct ExportStyle: Sendable {
  /// Whether the `source` field holds the log's name; else its position.
  var printsLogName: Bool
  /// What follows each report.
  var separator: StaticString
}

/// Rereads reports, one at a time, and writes them as JSON.
struct ReportFormatter: ~Copyable {
  private var reader = ReportReader()
  private var reports = ReportJSON()
  private var json = JSONWriter()

  init() {}

  /// The JSON of some reports.
  ///
  /// - Parameter files: the logs, by the source numbers of entries.
  mutating func format(_ items: ArraySlice<ExportItem>, files: [LogFile], _ style: ExportStyle) -> [UInt8] {
    json.clear()
    reader.fetch(items.lazy.map(\.entry), of: files)
    for index in items.indices {
      append(items[index], files[Int(items[index].entry.log)], style)
      json.raw(style.separator)
    }
    return json.bytes
  }

  private mutating func append(_ item: borrowing ExportItem, _ file: borrowing LogFile, _ style: ExportStyle)
  {
    if reader.makeRoom(for: file, beside: reports.byteCount) { reports = ReportJSON() }
    let report =
      reader.read(item.entry, from: file, during: item.during)
      ?? Report(lost: item.entry, during: item.during)
    let log = Int(item.entry.log)
    reports.write(report, reader.frames, id: item.id, race: Int(item.entry.race) + 1, to: &json) { json in
      style.printsLogName ? json.string(file.name) : json.number(log)
    }
  }
}
