/// The reports that are open at once, those of each source by themselves: a line is offered to reports of its
/// own source only, so all positions are those of one source, the one that was selected last.
///
/// Thousands of sources may be interleaved.
struct OpenReports {
  /// The source of text that is not wrapped in JSON; the others are numbers of the scanner's names.
  typealias Source = SymbolTable.ID
  static let plain: Source = -1

  /// The reports of each source, plain text first.
  private var sources: [SourceReports] = [SourceReports()]
  private var selected = 0
  /// How many are open, of all sources.
  private(set) var total = 0

  /// Whether no source has an open report.
  var isEmpty: Bool { total == 0 }

  /// All open reports, in the order in which a line would be offered to them.
  var all: [OpenReport] {
    let reports = sources.flatMap { $0.reports }
    return total > 1 ? reports.sorted { $0.isAsked(before: $1) } : reports
  }

  /// The open report, where there is no other.
  var only: OpenReport? {
    total == 1 ? sources.first { !$0.reports.isEmpty }?.reports.first : nil
  }

  /// Whether a source has an open report.
  func has(_ source: Source) -> Bool {
    Int(source) + 1 < sources.count && !sources[Int(source) + 1].reports.isEmpty
  }

  /// Makes the positions those of a source's reports.
  mutating func select(_ source: Source) {
    selected = Int(source) + 1
    while sources.count <= selected { sources.append(SourceReports()) }
  }

  /// The same reports once more: what is read into either does not change the other.
  func copy() -> OpenReports {
    var copy = self
    for index in copy.sources.indices { copy.sources[index].detach() }
    return copy
  }

  var count: Int { sources[selected].reports.count }
  var indices: Range<Int> { 0..<count }
  /// Whether one of them waits for its header.
  var hasWaiting: Bool { sources[selected].waiting > 0 }
  var first: OpenReport? { sources[selected].reports.first }

  subscript(index: Int) -> OpenReport { sources[selected].reports[index] }

  /// Adds a report of the selected source.
  mutating func insert(_ report: OpenReport) {
    sources[selected].insert(report)
    total += 1
  }

  mutating func remove(at index: Int) -> OpenReport {
    total -= 1
    return sources[selected].remove(at: index)
  }

  /// Puts a report where it belongs now that its prefix is known; returns its new position.
  mutating func move(_ index: Int) -> Int {
    let report = remove(at: index)
    insert(report)
    return position(of: report) ?? index
  }

  /// Where a report of the selected source is.
  func position(of report: OpenReport) -> Int? { sources[selected].reports.firstIndex { $0 === report } }

  /// The next report whose prefix may stand at the beginning of the line.
  func next(from index: Int, for line: LineHead) -> Int? { sources[selected].next(from: index, for: line) }
}

/// The open reports of one source in the order in which a line is offered to them: those with the more
/// particular prefix first; of those that wait for their header the one whose title is nearest.
///
/// Thousands of prefixes may be interleaved. The first bytes of what each report's lines begin with are kept
/// side by side, so that a line is compared with few of them in full.
private struct SourceReports {
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

  mutating func remove(at index: Int) -> OpenReport {
    if heads.remove(at: index).isWaiting { waiting -= 1 }
    return reports.remove(at: index)
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
    let prefix = isWaiting ? report.titlePrefix : report.prefix
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
