/// The reports that are open at once, by stream: a line is offered to reports of its own stream only.
///
/// The reports of a stream have positions, in the order in which a line is offered to them; a report that opens,
/// ends or learns its prefix changes those behind it. Thousands of streams may be interleaved.
struct OpenReports {
  /// The reports of each stream, plain text first.
  private var streams: [StreamReports] = [StreamReports()]
  /// The positions of the streams that have open reports, plain text aside: few of all that a log names.
  private var occupiedOthers: Set<Int> = []
  /// The positions of all streams that have open reports.
  private var occupied: [Int] {
    (has(.plain) ? [TextStream.plain.position] : []) + occupiedOthers.sorted()
  }
  /// How many are open, of all streams.
  private(set) var total = 0
  /// What one report counts that ends while one other is open.
  private static let end = 5040

  /// How many reports have ended, see `countEnded`.
  private(set) var ended = 0
  /// Whether one has ended since the silent ones were asked for.
  private(set) var mayBeSilent = false
  /// The line at which reports that have no more lines to come were last looked for.
  private var sweptAtLine = 0

  /// Whether no stream has an open report.
  var isEmpty: Bool { total == 0 }

  /// All open reports, in the order in which a line would be offered to them.
  var all: [OpenReport] { reports { _ in true } }

  /// Those of all open reports for which a condition holds, in the same order.
  func reports(where condition: (OpenReport) -> Bool) -> [OpenReport] {
    let reports = occupied.flatMap { streams[$0].reports.filter(condition) }
    return reports.count > 1 ? reports.sorted { $0.isAsked(before: $1) } : reports
  }

  /// The open report, where there is no other.
  var only: OpenReport? {
    total == 1 ? occupied.first.flatMap { streams[$0].reports.first } : nil
  }

  /// The same reports once more: what is read into either does not change the other.
  func copy() -> OpenReports {
    var copy = self
    for index in occupied { copy.streams[index].detach() }
    return copy
  }

  // MARK: Reports without lines

  /// Takes note that a report has ended. It counts for less the more are open: of a thousand writers that take turns many
  /// end their reports before the last one has its next line, but the sum of 1/1000, 1/999 and so on is below eight.
  mutating func countEnded() {
    guard total > 0 else { return }
    ended += Self.end / total
    mayBeSilent = total <= 64
  }

  /// Takes note that the reports were asked for that have fallen silent.
  ///
  /// - Returns: those that had no line while ten others, or more, came to their ends: whoever wrote them has stopped.
  mutating func takeSilent() -> [OpenReport] {
    mayBeSilent = false
    return reports { ended - $0.endedBefore >= 10 * Self.end }
  }

  // MARK: Those of one stream

  /// How many reports of a stream are open.
  func count(of stream: TextStream) -> Int {
    stream.position < streams.count ? streams[stream.position].reports.count : 0
  }

  /// Whether a stream has an open report.
  func has(_ stream: TextStream) -> Bool { count(of: stream) > 0 }

  /// Whether so few reports of a stream are open that each is asked for a line that does not begin as its own do.
  func areFew(in stream: TextStream) -> Bool { count(of: stream) <= 8 }

  /// The positions of a stream's reports.
  func indices(of stream: TextStream) -> Range<Int> { 0..<count(of: stream) }

  /// The positions of a stream's reports whose prefix is not known, or is none: those that wait for their header are
  /// among them, the nearest title first.
  func withoutPrefix(in stream: TextStream) -> Range<Int> {
    stream.position < streams.count ? streams[stream.position].withoutPrefix : 0..<0
  }

  /// Whether a report of a stream waits for its header.
  func hasWaiting(in stream: TextStream) -> Bool {
    stream.position < streams.count && streams[stream.position].waiting > 0
  }

  /// The report of a stream that is asked first.
  func first(of stream: TextStream) -> OpenReport? { has(stream) ? self[stream, 0] : nil }

  /// The report at a position of a stream that has so many.
  subscript(stream: TextStream, index: Int) -> OpenReport { streams[stream.position].reports[index] }

  /// The next report of a stream, from a position on, whose prefix may be at the beginning of the line.
  func next(from index: Int, for line: LineHead, in stream: TextStream) -> Int? {
    stream.position < streams.count ? streams[stream.position].next(from: index, for: line) : nil
  }

  // MARK: Changes

  mutating func insert(_ report: OpenReport) {
    while streams.count <= report.stream.position { streams.append(StreamReports()) }
    streams[report.stream.position].insert(report)
    if report.stream != .plain { occupiedOthers.insert(report.stream.position) }
    total += 1
  }

  /// Takes a report out; false when it was not open.
  @discardableResult
  mutating func remove(_ report: OpenReport) -> Bool {
    guard report.stream.position < streams.count, streams[report.stream.position].remove(report) else {
      return false
    }
    if report.stream != .plain, !has(report.stream) { occupiedOthers.remove(report.stream.position) }
    total -= 1
    return true
  }

  /// Puts a report where it belongs now that its prefix is known.
  mutating func move(_ report: OpenReport) {
    if remove(report) { insert(report) }
  }

  /// Whether it is time to look for reports that have no more lines to come: every thousand lines or so.
  mutating func isSweepDue(atLine line: Int) -> Bool {
    guard sweptAtLine >> 10 != line >> 10 else { return false }
    sweptAtLine = line
    return true
  }
}
