/// Keeps reports whole, and nothing else.
struct ReportSink: ScanSink {
  static let detail = Detail.full

  /// Finished reports, in the order in which they ended. The owner takes them out.
  var finished: [ReportDraft] = []

  var awaitedStream: TextStream? { nil }

  mutating func keep(_ report: OpenReport) { finished.append(report.draft) }

  mutating func add(
    _ message: NoteOpening, _ bytes: Span<UInt8>, _ line: Range<Int>, of stream: TextStream,
    at place: LinePlace
  ) {}
  mutating func goOn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool { false }
  mutating func endMessage() {}
  mutating func blame(_ test: SymbolTable.ID, for stream: TextStream, at place: LinePlace) {}
}
