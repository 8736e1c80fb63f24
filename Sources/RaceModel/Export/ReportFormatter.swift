/// A report to write: where it stands, and what is known of it beside its own text.
struct ExportItem: Sendable {
  /// What the `source` field holds.
  enum Source: Sendable {
    /// The position among the sources.
    case position(Int)
    /// The source's name.
    case name(String)
  }

  var entry: ReportEntry
  var during: PrintedDuring?
  /// The number of the report, 1-based.
  var id: Int
  var file: LogFile
  var source: Source
}

/// Reads reports again, one at a time, and writes them as JSON.
struct ReportFormatter {
  private var reader = ReportReader()
  private var reports = ReportJSON()
  private var json = JSONWriter()

  init() {}

  /// The JSON of some reports, each followed by `separator`.
  mutating func format(_ items: [ExportItem], separator: StaticString) -> [UInt8] {
    json.clear()
    reader.fetch(items.map { ($0.entry, $0.file) })
    for item in items {
      append(item)
      json.raw(separator)
    }
    return json.bytes
  }

  private mutating func append(_ item: ExportItem) {
    if reader.makeRoom(for: item.file, beside: reports.byteCount) { reports = ReportJSON() }
    let report =
      reader.read(item.entry, from: item.file, during: item.during)
      ?? Report(lost: item.entry, during: item.during)
    reports.write(report, reader.frames, id: item.id, race: Int(item.entry.race) + 1, to: &json) { json in
      switch item.source {
      case .position(let position): json.number(position)
      case .name(let name): json.string(name)
      }
    }
  }
}
