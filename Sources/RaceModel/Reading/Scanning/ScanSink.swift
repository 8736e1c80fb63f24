/// What becomes of the reports that a scanner finds, and of the other lines that matter.
///
/// Between two lines the scanner asks `awaitedStream`, and while that is not nil offers each line of the stream to
/// `goOn` first. Reports come to `keep` in the order in which they end. `endNote` comes when the bytes end.
protocol ScanSink {
  /// How much of a report is worked out.
  static var depth: ReadingDepth { get }

  init()

  /// The stream whose next line may go on with the message that was added last; nil when none may.
  var awaitedStream: TextStream? { get }

  /// Takes a report that has ended.
  mutating func keep(_ report: OpenReport)

  /// Takes a message of a detector's runtime in a line that no report took.
  mutating func add(
    _ opening: NoteOpening, _ bytes: Span<UInt8>, _ line: LogLine)

  /// Takes a line that may go on with the last message.
  ///
  /// - Returns: whether it does.
  mutating func goOn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool

  /// Ends the last message.
  mutating func endNote()

  /// Takes the reports of a stream that have ended and that no test was blamed for: a line blames one for them.
  mutating func beginBlame(
    _ bytes: Span<UInt8>, _ line: LogLine)

  /// Blames the test that was announced last for them.
  mutating func blame(_ test: SymbolTable.ID, for stream: TextStream)

  /// Gives up those of them that end at a position or before it.
  mutating func drop(upTo position: Int, of stream: TextStream)

  /// Gives up those of them that end before a position: a test that begins there has not printed them.
  mutating func dropEarlier(than position: Int, of stream: TextStream)

  /// The test of which a line says that it has failed, if the line is of the same log as they are.
  func failedTest(_ bytes: Span<UInt8>, _ line: Range<Int>, of stream: TextStream) -> Range<Int>?

  /// Where the first of them ends in the log, where it is not known yet which test they are of.
  func endOfUnnamed(of stream: TextStream) -> Int?

  /// Where the last of them ends in the log.
  func endOfBlamed(of stream: TextStream) -> Int?

  /// Names the test; nil when it is not known.
  mutating func name(_ test: BlamedTest?, of stream: TextStream)

  /// Whether the test runner may say more of reports that have ended.
  var watchesRunner: Bool { get }

  /// Takes what it says.
  mutating func take(_ printed: PrintedVerdict, _ bytes: Span<UInt8>, _ symbols: inout SymbolTable)

  /// Gives up the reports that no verdict behind `position` can be about.
  mutating func passVerdicts(to position: Int)
}
