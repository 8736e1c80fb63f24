/// Writes an index and its reports in a machine-readable form, report by report.
///
/// Reports are read again from their logs one at a time, so that the memory needed does not grow with
/// their number.
public struct Exporter {
  /// The forms.
  public enum Format: String, Sendable, CaseIterable {
    /// One document, see `docs/export.md`.
    case json
    /// One report a line.
    case jsonl
  }

  /// What is kept of frames between reports is dropped when it has this many bytes.
  static let frameMemory = 32 << 20

  private let write: ([UInt8]) throws -> Void
  private var scanner = LogScanner(detail: .full)
  private var reports = ReportJSON()
  private var json = JSONWriter()
  private var buffer: [UInt8] = []

  /// An exporter that hands its output to `write` piece by piece.
  public init(write: @escaping ([UInt8]) throws -> Void) { self.write = write }

  /// Writes one line a report.
  ///
  /// - Parameter first: the reports of the index before this one were written before.
  public mutating func writeLines(_ index: LogIndex, from first: Int, files: [LogFile]) throws {
    for position in first..<index.reports.count {
      let entry = index.reports[position]
      let name = index.sources[Int(entry.source)].name
      append(entry, position, index, files[Int(entry.source)]) { $0.string(name) }
      json.raw("\n")
      try flush(atLeast: 1 << 18)
    }
    try flush(atLeast: 1)
  }

  /// Writes the whole document.
  public mutating func writeDocument(_ index: LogIndex, files: [LogFile]) throws {
    json.raw("{\"format\":\"racetui\",\"version\":1,\"sources\":")
    json.list(index.sources) { json, source in
      json.raw("{\"name\":")
      json.string(source.name)
      json.raw(",\"bytes\":")
      json.number(source.bytes)
      json.raw(",\"lines\":")
      json.number(source.lines)
      json.raw(",\"reports\":")
      json.number(source.reports)
      json.raw("}")
    }
    json.raw(",\n\"reports\":[")
    // Sources that were interleaved end their reports out of order.
    let order = index.reportsInOrder
    var ids = Array(repeating: 0, count: order.count)
    for (place, position) in order.enumerated() {
      let entry = index.reports[position]
      ids[position] = place + 1
      if place > 0 { json.raw(",\n") }
      append(entry, place, index, files[Int(entry.source)]) { $0.number(Int(entry.source)) }
      try flush(atLeast: 1 << 18)
    }
    json.raw("],\n\"races\":")
    json.list(index.races.indices) { json, race in
      Self.write(
        index.races[race], id: race + 1, reports: index.races[race].reports.map { ids[Int($0)] }, to: &json)
    }
    json.raw("}\n")
    try flush(atLeast: 1)
  }

  private mutating func append(
    _ entry: ReportEntry, _ place: Int, _ index: LogIndex, _ file: LogFile, source: (inout JSONWriter) -> Void
  ) {
    if scanner.naming.frames.byteCount + reports.byteCount > Self.frameMemory {
      scanner = LogScanner(detail: .full)
      reports = ReportJSON()
    }
    let during = index.printedDuring(entry)
    file.fill(&buffer, entry.start..<entry.start + entry.byteCount)
    let bytes = buffer
    let report =
      entry.read(
        bytes.span, related: entry.relatedBytes(from: file), during: during, with: &scanner)
      ?? Report(lost: entry, during: during)
    reports.write(
      report, scanner.naming.frames, id: place + 1, race: Int(entry.race) + 1, to: &json, source: source)
  }

  private mutating func flush(atLeast count: Int) throws {
    guard json.bytes.count >= count else { return }
    try write(json.bytes)
    json.clear()
  }

  private static func write(_ race: Race, id: Int, reports: [Int], to json: inout JSONWriter) {
    json.raw("{\"id\":")
    json.number(id)
    json.raw(",\"key\":")
    json.string(race.key.description)
    json.raw(",\"kind\":")
    json.string(race.kind.rawValue)
    json.raw(",\"detector\":")
    json.string(race.detector.rawValue)
    json.raw(",\"title\":")
    json.string(race.title)
    json.raw(",\"sites\":")
    json.list(race.sites) { json, site in
      guard let site else { return json.raw("null") }
      json.raw("{\"function\":")
      json.string(site.function)
      json.raw(",\"file\":")
      json.string(site.fileName)
      json.raw("}")
    }
    json.raw(",\"reports\":")
    json.list(reports) { $0.number($1) }
    json.raw(",\"family\":null,\"fork\":null,\"lockVerdict\":null,\"causes\":[]}")
  }
}
