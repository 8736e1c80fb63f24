/// The reader of one detector's reports: what its reports begin with, and a state machine over the
/// lines of one report. A line reaches it without prefixes of CI systems and the like.
///
/// A detector's profile names its grammars.
protocol ReportGrammar: Sendable {
  /// Whose reports these are.
  static var detector: Detector { get }

  /// Strings of which every line that may open a report, or be a note, holds at least one. The scanner
  /// jumps from one to the next and looks at no other line while no report is open.
  static var anchors: [StaticString] { get }

  /// How a report announces itself in this line, nil when it does not.
  static func opening(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Opening?

  /// Where the words of a title end; what stands behind them is not the detector's.
  static func titleEnd(_ bytes: Span<UInt8>, _ title: Range<Int>) -> Int

  /// Where a message of the detector's runtime begins in a line that is part of no report; nil when there
  /// is none.
  static func note(_ bytes: Span<UInt8>, _ line: Range<Int>) -> NoteOpening?

  /// Whether a line is exactly a header that can open a report.
  static func isPlainHeader(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool

  /// Where a section's header begins in this line; what stands before it is the prefix of the lines.
  static func header(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int?

  /// Where the report's own text begins in a line with an unknown prefix; nil when the line may be another program's.
  /// Asked right below the report's title.
  func ownText(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int?

  /// Where a report may go on in a line that begins with a program's output; nil where the line has nothing of the kind.
  func startBehindOutput(_ bytes: Span<UInt8>, _ line: Range<Int>, _ draft: ReportDraft) -> Int?

  /// How many blanks a header begins with; more of them are the prefix of the lines.
  static var headerIndent: Int { get }

  /// Whether a line, trimmed, begins as a frame or a header does: what a viewer has cut at its right is the detector's.
  static func beginsLine(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool

  /// Whether a line, trimmed, is no more than a function's name, and one that no other text is.
  static func isFunction(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool

  /// Where a report that was put on one line should be cut into lines again: the starts of all lines
  /// but the first.
  static func seams(_ bytes: Span<UInt8>, _ line: Range<Int>) -> [Int]

  /// Whether `seams` find every line of a report that was made into paragraphs.
  static var mayBeRefilled: Bool { get }

  /// Whether a text, trimmed, may be the beginning of a header that lacks its end.
  static func mayBeginHeader(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool

  /// Where lines begin in a whole log that was put on one line, by what is printed before each of them: the starts
  /// of all lines but the first. Empty where nothing tells.
  static func lineStarts(_ bytes: Span<UInt8>, _ line: Range<Int>) -> [Int]

  /// Where the next line begins in a line that a console did not end; nil if nothing shows it. Asked for each line that is
  /// not read at once.
  static func gluedLine(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int?

  /// A grammar in the state before a report's first line.
  init()

  /// Reads a report's title, or the line that announces a thread.
  ///
  /// - Parameters:
  ///   - prefix: what stands before it on its line.
  ///   - title: the rest of the line.
  mutating func open(_ bytes: Span<UInt8>, prefix: Range<Int>, title: Range<Int>, draft: inout ReportDraft)

  /// Reads the line below a title that waits for its header, where it is the rest of the title.
  ///
  /// - Returns: whether it is.
  mutating func readRestOfTitle(_ bytes: Span<UInt8>, _ line: Range<Int>, draft: inout ReportDraft)
    -> Bool

  /// Reads a line.
  mutating func read(
    _ bytes: Span<UInt8>, _ line: ReportLine, draft: inout ReportDraft, naming: inout Naming
  ) -> Verdict

  /// Whether `readBatch` can read lines with a prefix that is the same on each: the grammar has kept it from
  /// `open`.
  static var readsPrefixedBatches: Bool { get }

  /// Whether the grammar decodes the entities of XML itself.
  static var readsEntities: Bool { get }

  /// Whether the detector prints the creations of threads once, before the first report about them.
  static var announcesThreads: Bool { get }

  /// Whether a test runner blames tests for the detector's reports, see `TestClaim`.
  static var isClaimedByTests: Bool { get }

  /// Whether `readBatch` may take the next line; asked before lines are freed of their prefix for it. Mutating only so that
  /// the grammar is not copied for it.
  mutating func mayReadBatch() -> Bool

  /// From here on `readBatch` reads lines that were freed of their prefix.
  mutating func dropPrefix()

  /// Reads as many lines of a batch as it can at once: the fast way through a log. It stops before the first line that it
  /// would not simply take.
  mutating func readBatch(
    _ bytes: Span<UInt8>, _ batch: inout LineBatch, draft: inout ReportDraft, naming: inout Naming)

  /// What no line ends with that lacks its end.
  static var wholeEnds: ASCIISet { get }

  /// Whether a line, trimmed, lacks its end, which may be on the next line. Mutating only so that the grammar is not
  /// copied for it.
  mutating func mayGoOn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool

  /// What such a line and the next one are together.
  ///
  /// - Parameters:
  ///   - line: both.
  ///   - joint: where the second one begins.
  func rejoins(_ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int) -> Rejoining

  /// The same where the first line is as wide as others of the report that were cut inside a word, and nothing was there.
  func rejoinsCut(_ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int) -> Rejoining

  /// Looks at a line that has not the report's prefix: some say that lines of every prefix were lost, or that somebody
  /// left lines out and their prefix with them.
  ///
  /// - Parameter isNext: whether it is right below the report's last line.
  /// - Returns: whether it is part of the report, as it is where it says that the stack above it was cut.
  mutating func overhear(
    _ bytes: Span<UInt8>, _ line: ReportLine, isNext: Bool, draft: inout ReportDraft
  ) -> Bool

  /// Forgets the foreign line that was read last: a part of it is the report's.
  ///
  /// - Returns: whether it would have become a note, and will not.
  mutating func takeBackForeign() -> Bool

  /// Whether a trimmed line is the next frame of the stack being read. Asked about the text after a mark that somebody
  /// made.
  func isNextFrame(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool

  /// Ends the report and records what is missing.
  mutating func finish(draft: inout ReportDraft, naming: inout Naming)
}

extension ReportGrammar {
  static func titleEnd(_ bytes: Span<UInt8>, _ title: Range<Int>) -> Int { title.upperBound }
  static func isPlainHeader(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool { false }
  static func beginsLine(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool { false }
  static func note(_ bytes: Span<UInt8>, _ line: Range<Int>) -> NoteOpening? { nil }
  static func lineStarts(_ bytes: Span<UInt8>, _ line: Range<Int>) -> [Int] { [] }
  static var mayBeRefilled: Bool { false }
  static func mayBeginHeader(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool { false }
  mutating func takeBackForeign() -> Bool { false }
  static func gluedLine(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? { nil }
  mutating func overhear(
    _ bytes: Span<UInt8>, _ line: ReportLine, isNext: Bool, draft: inout ReportDraft
  ) -> Bool { false }
  mutating func readRestOfTitle(_ bytes: Span<UInt8>, _ line: Range<Int>, draft: inout ReportDraft)
    -> Bool
  {
    false
  }
  func ownText(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? { nil }
  func startBehindOutput(_ bytes: Span<UInt8>, _ line: Range<Int>, _ draft: ReportDraft) -> Int? {
    Self.header(bytes, line).flatMap { $0 > line.lowerBound ? $0 : nil }
  }
  static var wholeEnds: ASCIISet { "" }
  mutating func mayGoOn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool { false }
  func rejoins(_ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int) -> Rejoining { .no }
  func rejoinsCut(_ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int) -> Rejoining {
    rejoins(bytes, line, at: joint)
  }
  func isNextFrame(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool { false }
  static func isFunction(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool { false }
  static var headerIndent: Int { 0 }
  static var readsPrefixedBatches: Bool { false }
  static var readsEntities: Bool { false }
  mutating func mayReadBatch() -> Bool { true }
  mutating func dropPrefix() {}
  static var announcesThreads: Bool { false }
  static var isClaimedByTests: Bool { false }
}
