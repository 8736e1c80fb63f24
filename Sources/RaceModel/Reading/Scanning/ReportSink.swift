/// Keeps reports whole, and nothing else.
struct ReportSink: ScanSink {
  static let depth = ReadingDepth.full

  /// Finished reports, in the order in which they ended. The owner takes them out.
  var finished: [ReportDraft] = []

  var awaitedStream: TextStream? { nil }

  mutating func keep(_ report: OpenReport) { finished.append(report.draft) }

  mutating func add(
    _ opening: NoteOpening, _ bytes: Span<UInt8>, _ line: LogLine
  ) {}
  mutating func goOn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool { false }
  mutating func endNote() {}
  mutating func beginBlame(
    _ bytes: Span<UInt8>, _ line: LogLine
  ) {}
  mutating func blame(_ test: SymbolTable.ID, for stream: TextStream) {}
  mutating func drop(upTo position: Int, of stream: TextStream) {}
  mutating func dropEarlier(than position: Int, of stream: TextStream) {}
  func endOfUnnamed(of stream: TextStream) -> Int? { nil }
  func failedTest(_ bytes: Span<UInt8>, _ line: Range<Int>, of stream: TextStream) -> Range<Int>? {
    nil
  }
  func endOfBlamed(of stream: TextStream) -> Int? { nil }
  mutating func name(_ test: BlamedTest?, of stream: TextStream) {}
  var watchesRunner: Bool { false }
  mutating func take(_ printed: PrintedVerdict, _ bytes: Span<UInt8>, _ symbols: inout SymbolTable) {}
  mutating func passVerdicts(to position: Int) {}
}
