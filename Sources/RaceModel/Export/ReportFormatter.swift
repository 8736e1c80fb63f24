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
  /// What is kept of frames between reports is dropped when it has this many bytes.
  static let frameMemory = 32 << 20

  private var scanner = LogScanner(detail: .full)
  private var reports = ReportJSON()
  private var json = JSONWriter()
  private var buffer: [UInt8] = []

  init() {}

  /// The JSON of some reports, each followed by `separator`.
  mutating func format(_ items: some Sequence<ExportItem>, separator: StaticString) -> [UInt8] {
    json.clear()
    for item in items {
      append(item)
      json.raw(separator)
    }
    return json.bytes
  }

  private mutating func append(_ item: ExportItem) {
    let plumbing = item.file.plumbing
    if scanner.naming.byteCount + reports.byteCount > Self.frameMemory || scanner.naming.plumbing != plumbing
    {
      scanner = LogScanner(detail: .full, plumbing: plumbing)
      reports = ReportJSON()
    }
    let entry = item.entry
    item.file.fill(&buffer, entry.start..<entry.start + entry.byteCount)
    let bytes = buffer
    let report =
      entry.read(
        bytes.span, related: entry.relatedBytes(from: item.file), during: item.during, with: &scanner)
      ?? Report(lost: entry, during: item.during)
    reports.write(
      report, scanner.naming.frames, id: item.id, race: Int(entry.race) + 1, to: &json
    ) { json in
      switch item.source {
      case .position(let position): json.number(position)
      case .name(let name): json.string(name)
      }
    }
  }
}
