/// Keeps reports whole, and nothing else.
struct ReportSink: ScanSink {
  static let detail = Detail.full

  /// Finished reports, in the order in which they ended. The owner takes them out.
  var finished: [ReportDraft] = []

  var awaitedStream: OpenReports.Stream? { nil }

  mutating func keep(_ report: OpenReport) { finished.append(report.draft) }

  mutating func add(
    _ message: NoteOpening, _ bytes: Span<UInt8>, _ line: Range<Int>, of stream: OpenReports.Stream,
    at place: LinePlace
  ) {}
  mutating func goOn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool { false }
  mutating func endMessage() {}
  mutating func beginBlame(
    _ bytes: Span<UInt8>, _ line: Range<Int>, of stream: OpenReports.Stream, at place: LinePlace
  ) {}
  mutating func blame(_ test: SymbolTable.ID, for stream: OpenReports.Stream) {}
  mutating func drop(upTo place: Int, of stream: OpenReports.Stream) {}
  func failedTest(_ bytes: Span<UInt8>, _ line: Range<Int>, of stream: OpenReports.Stream) -> Range<Int>? {
    nil
  }
  func endOfBlamed(of stream: OpenReports.Stream) -> Int? { nil }
  mutating func name(_ test: BlamedTest?, of stream: OpenReports.Stream) {}
}
