/// The reports that are open at once, in the order in which a line is offered to them: those with the more
/// particular prefix first; of those that wait for their header the one whose title is nearest.
///
/// Thousands of sources may be interleaved. The first bytes of what each report's lines begin with are kept
/// side by side, so that a line is compared with few of them in full.
struct OpenReports {
  private var reports: [OpenReport] = []
  private var heads: [PrefixHead] = []

  var isEmpty: Bool { reports.isEmpty }
  var count: Int { reports.count }
  var indices: Range<Int> { reports.indices }

  subscript(index: Int) -> OpenReport { reports[index] }

  /// The position of the first report of a source.
  func first(of source: [UInt8]) -> Int? { reports.firstIndex { $0.source == source } }

  mutating func insert(_ report: OpenReport) {
    let position = reports.firstIndex { report.isAsked(before: $0) } ?? reports.count
    reports.insert(report, at: position)
    heads.insert(PrefixHead(report.isAnnounced ? report.titlePrefix : report.prefix), at: position)
  }

  mutating func remove(at index: Int) -> OpenReport {
    heads.remove(at: index)
    return reports.remove(at: index)
  }

  /// Puts a report where it belongs now that its prefix is known; returns its new position.
  mutating func move(_ index: Int) -> Int {
    let report = remove(at: index)
    insert(report)
    return reports.firstIndex { $0 === report } ?? index
  }

  /// The next report whose prefix may stand at the beginning of the line.
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

  init(_ prefix: LinePrefix) {
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
