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
  /// Bytes of a log, and where they begin.
  private var buffer: [UInt8] = []
  private var bufferStart = 0
  /// Reports that stand close to each other are read from the log at once, when they span no more bytes.
  private static let window = 4 << 20

  init() {}

  /// The JSON of some reports, each followed by `separator`.
  mutating func format(_ items: [ExportItem], separator: StaticString) -> [UInt8] {
    json.clear()
    let isWindow = fillWindow(items)
    for item in items {
      if !isWindow { fill(item.file, item.entry.bytes) }
      append(item)
      json.raw(separator)
    }
    return json.bytes
  }

  /// Reads the bytes of all reports at once; false when they are too far apart, or of several logs.
  private mutating func fillWindow(_ items: [ExportItem]) -> Bool {
    guard let first = items.first, items.allSatisfy({ $0.file === first.file }) else { return false }
    let start = items.reduce(first.entry.start) { min($0, $1.entry.start) }
    let end = items.reduce(start) { max($0, $1.entry.start + $1.entry.byteCount) }
    guard end - start <= Self.window else { return false }
    fill(first.file, start..<end)
    return true
  }

  private mutating func fill(_ file: LogFile, _ range: Range<Int>) {
    file.fill(&buffer, range)
    bufferStart = range.lowerBound
  }

  private mutating func append(_ item: ExportItem) {
    let (entry, file) = (item.entry, item.file)
    let plumbing = file.plumbing
    if scanner.naming.byteCount + reports.byteCount > Self.frameMemory || scanner.naming.plumbing != plumbing
    {
      scanner = LogScanner(detail: .full, plumbing: plumbing)
      reports = ReportJSON()
    }
    let own = entry.start - bufferStart
    let bytes = buffer
    // Fewer bytes than the report had are those of a log that was cut off since.
    let text = bytes.span.extracting(min(own, bytes.count)..<min(own + entry.byteCount, bytes.count))
    let report =
      entry.read(text, related: file.bytes(of:), during: item.during, with: &scanner)
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
