/// The open reports of one stream in the order in which a line is offered to them: those with the more
/// particular prefix first; of those that wait for their header the one whose title is nearest.
///
/// Thousands of prefixes may be interleaved. The first bytes of what each report's lines begin with are kept
/// side by side, so that a line is compared with few of them in full.
struct StreamReports {
  private(set) var reports: [OpenReport] = []
  private var heads: [PrefixHead] = []
  /// How many of the heads begin with the same bytes; counted only while there are many.
  private var starts: [PrefixHead.Start: Int] = [:]
  /// How many of these have a length.
  private var lengths = Array(repeating: 0, count: PrefixHead.Start.longest + 1)
  /// Where the last report begins that was ever put in.
  private var lastStart = -1
  /// From how many heads on their beginnings are counted.
  private static let many = 16
  private var countsStarts = false
  /// How many wait for their header.
  private(set) var waiting = 0

  /// Puts copies in the place of the reports.
  mutating func detach() { reports = reports.map { $0.copy() } }

  mutating func insert(_ report: OpenReport) {
    let position = position(for: report)
    reports.insert(report, at: position)
    let head = PrefixHead(report)
    heads.insert(head, at: position)
    if countsStarts { count(head.start, 1) } else if heads.count >= Self.many { countAllStarts() }
    if report.isAnnounced { waiting += 1 }
  }

  /// Where a report belongs. The weights are in order, so that of thousands few are looked at.
  private mutating func position(for report: OpenReport) -> Int {
    let weight = report.prefix.weight
    let first = firstIndex { $0.weight <= weight }
    let isLast = report.draft.extent.start > lastStart
    lastStart = max(lastStart, report.draft.extent.start)
    // What begins behind all others is asked behind them, unless both wait.
    if isLast, !report.isAnnounced { return firstIndex { $0.weight < weight } }
    return reports[first...].firstIndex { report.isAsked(before: $0) } ?? reports.count
  }

  /// The positions of the reports whose prefix is not known, or is none.
  var withoutPrefix: Range<Int> { firstIndex { $0.weight == 0 }..<heads.endIndex }

  /// The first position at which a condition holds that holds at all later ones.
  private func firstIndex(where condition: (PrefixHead) -> Bool) -> Int {
    var range = heads.startIndex..<heads.endIndex
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = condition(heads[middle]) ? range.lowerBound..<middle : middle + 1..<range.upperBound
    }
    return range.lowerBound
  }

  private mutating func countAllStarts() {
    countsStarts = true
    for head in heads { count(head.start, 1) }
  }

  private mutating func count(_ start: PrefixHead.Start, _ change: Int) {
    lengths[start.length] += change
    let count = starts[start, default: 0] + change
    starts[start] = count == 0 ? nil : count
  }

  /// Takes a report out; false when it is not there.
  mutating func remove(_ report: OpenReport) -> Bool {
    guard let index = reports.firstIndex(where: { $0 === report }) else { return false }
    let head = heads.remove(at: index)
    if countsStarts { count(head.start, -1) }
    if head.isWaiting { waiting -= 1 }
    reports.remove(at: index)
    return true
  }

  func next(from index: Int, for line: LineHead) -> Int? {
    // Most lines begin as none does.
    let mayBegin = { lengths.indices.contains { lengths[$0] > 0 && starts[line.start($0)] != nil } }
    guard heads.count < Self.many || mayBegin() else { return nil }
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

  /// Nothing.
  fileprivate init() {}

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

  /// Its first bytes, so many of them.
  fileprivate func start(_ length: Int) -> PrefixHead.Start {
    PrefixHead.Start(bytes: low & PrefixHead.Start.mask(length), length: length)
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
  /// The first bytes of it, eight at most.
  struct Start: Hashable {
    static let longest = 8
    var bytes: UInt64
    var length: Int

    static func mask(_ length: Int) -> UInt64 { length < longest ? 1 << UInt64(8 * length) - 1 : .max }
  }

  private var bytes: LineHead
  private var mask: LineHead

  /// Whether the report waited for its header when this was made.
  let isWaiting: Bool
  /// The weight of the report's prefix.
  let weight: Int
  let start: Start

  init(_ report: OpenReport) {
    isWaiting = report.isAnnounced
    weight = report.prefix.weight
    let prefix = isWaiting ? report.wait.prefix : report.prefix
    (bytes, mask) = (LineHead(), LineHead())
    let head = prefix.isEmpty ? [] : prefix.certainHead
    for (index, byte) in head.prefix(16).enumerated() {
      bytes.set(index, byte)
      mask.set(index, 0xFF)
    }
    start = bytes.start(min(head.count, Start.longest))
  }

  func isHead(of line: LineHead) -> Bool {
    (line.low ^ bytes.low) & mask.low | (line.high ^ bytes.high) & mask.high == 0
  }
}
