/// The reports that are open at once, by stream: a line is offered to reports of its own stream only.
///
/// The reports of a stream have positions, in the order in which a line is offered to them; a report that opens,
/// ends or learns its prefix changes those behind it. Thousands of streams may be interleaved.
struct OpenReports {
  /// The reports of each stream, plain text first.
  private var streams: [StreamReports] = [StreamReports()]
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
  var all: [OpenReport] {
    let reports = streams.flatMap { $0.reports }
    return total > 1 ? reports.sorted { $0.isAsked(before: $1) } : reports
  }

  /// The open report, where there is no other.
  var only: OpenReport? {
    total == 1 ? streams.first { !$0.reports.isEmpty }?.reports.first : nil
  }

  /// The same reports once more: what is read into either does not change the other.
  func copy() -> OpenReports {
    var copy = self
    for index in copy.streams.indices { copy.streams[index].detach() }
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
    return all.filter { ended - $0.endedBefore >= 10 * Self.end }
  }

  // MARK: Those of one stream

  /// How many reports of a stream are open.
  func count(of stream: TextStream) -> Int {
    stream.position < streams.count ? streams[stream.position].reports.count : 0
  }

  /// Whether a stream has an open report.
  func has(_ stream: TextStream) -> Bool { count(of: stream) > 0 }

  /// The positions of a stream's reports.
  func indices(of stream: TextStream) -> Range<Int> { 0..<count(of: stream) }

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
    total += 1
  }

  /// Takes a report out; false when it was not open.
  @discardableResult
  mutating func remove(_ report: OpenReport) -> Bool {
    guard report.stream.position < streams.count, streams[report.stream.position].remove(report) else {
      return false
    }
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

/// The open reports of one stream in the order in which a line is offered to them: those with the more
/// particular prefix first; of those that wait for their header the one whose title is nearest.
///
/// Thousands of prefixes may be interleaved. The first bytes of what each report's lines begin with are kept
/// side by side, so that a line is compared with few of them in full.
private struct StreamReports {
  private(set) var reports: [OpenReport] = []
  private var heads: [PrefixHead] = []
  /// How many wait for their header.
  private(set) var waiting = 0

  /// Puts copies in the place of the reports.
  mutating func detach() { reports = reports.map { $0.copy() } }

  mutating func insert(_ report: OpenReport) {
    let position = reports.firstIndex { report.isAsked(before: $0) } ?? reports.count
    reports.insert(report, at: position)
    heads.insert(PrefixHead(report), at: position)
    if report.isAnnounced { waiting += 1 }
  }

  /// Takes a report out; false when it is not there.
  mutating func remove(_ report: OpenReport) -> Bool {
    guard let index = reports.firstIndex(where: { $0 === report }) else { return false }
    if heads.remove(at: index).isWaiting { waiting -= 1 }
    reports.remove(at: index)
    return true
  }

  func next(from index: Int, for line: LineHead) -> Int? {
    var index = index
    while index < heads.count {
      if heads[index].isHead(of: line) { return index }
      index += 1
    }
    return nil
  }
}

/// The first sixteen bytes of a line.
struct LineHead {
  fileprivate var low: UInt64 = 0
  fileprivate var high: UInt64 = 0

  init(_ bytes: Span<UInt8>, _ line: Range<Int>) {
    if line.count >= 16, line.upperBound <= bytes.count {
      bytes.withUnsafeBytes { buffer in
        low = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: line.lowerBound, as: UInt64.self))
        high = UInt64(
          littleEndian: buffer.loadUnaligned(fromByteOffset: line.lowerBound + 8, as: UInt64.self))
      }
      return
    }
    for index in 0..<min(16, line.count) { set(index, bytes[line.lowerBound + index]) }
  }

  fileprivate mutating func set(_ index: Int, _ byte: UInt8) {
    if index < 8 {
      low |= UInt64(byte) << UInt64(8 * index)
    } else {
      high |= UInt64(byte) << UInt64(8 * (index - 8))
    }
  }
}

/// The first bytes of a prefix that are the same in every line.
private struct PrefixHead {
  private var bytes: LineHead
  private var mask: LineHead

  /// Whether the report waited for its header when this was made.
  let isWaiting: Bool

  init(_ report: OpenReport) {
    isWaiting = report.isAnnounced
    let prefix = isWaiting ? report.wait.prefix : report.prefix
    let nothing: [UInt8] = []
    bytes = LineHead(nothing.span, 0..<0)
    mask = bytes
    for (index, byte) in prefix.head.prefix(16).enumerated() {
      bytes.set(index, byte)
      mask.set(index, 0xFF)
    }
  }

  func isHead(of line: LineHead) -> Bool {
    (line.low ^ bytes.low) & mask.low | (line.high ^ bytes.high) & mask.high == 0
  }
}
