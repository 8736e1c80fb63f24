/// What becomes of the reports that a scanner finds, and of the other lines that matter.
///
/// Between two lines the scanner asks `awaitedStream`, and while that is not nil offers each line of the stream to
/// `goOn` first. Reports come to `keep` in the order in which they end. `endMessage` comes when the bytes end.
protocol ScanSink {
  /// How much of a report is worked out.
  static var detail: Detail { get }

  init()

  /// The stream whose next line may go on with the message that was added last; nil when none may.
  var awaitedStream: TextStream? { get }

  /// Takes a report that has ended.
  mutating func keep(_ report: OpenReport)

  /// Takes a message of a detector's runtime in a line that no report took.
  mutating func add(
    _ message: NoteOpening, _ bytes: Span<UInt8>, _ line: Range<Int>, of stream: TextStream,
    at place: LinePlace)

  /// Takes a line that may go on with the last message.
  ///
  /// - Returns: whether it does.
  mutating func goOn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool

  /// Ends the last message.
  mutating func endMessage()

  /// Blames a test for the reports of a stream that have ended and that no test was blamed for.
  mutating func blame(_ test: SymbolTable.ID, for stream: TextStream, at place: LinePlace)
}
