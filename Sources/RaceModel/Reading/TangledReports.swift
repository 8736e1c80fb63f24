/// Reports that span very many lines of each other, as those of programs do whose output is printed in turn. Each would
/// be read again with all lines of all others: what is around is read once for all of them.
struct TangledReports {
  /// Reports of fewer bytes are read by themselves.
  static let shortest = 1 << 15
  /// What is around is not read when it has more bytes.
  private static let longest = 64 << 20

  /// A part of a log.
  private struct Stretch: Equatable {
    var file: ObjectIdentifier
    var range: Range<Int>
  }

  /// The last report that was long enough.
  private var last: Stretch?
  /// What was read at once, and the drafts in it by where they begin.
  private var read: (stretch: Stretch, drafts: [Int: [ReportDraft]])?

  /// Forgets what was read.
  mutating func forget() { (last, read) = (nil, nil) }

  /// The drafts of a report that is tangled with the one before; nil for one that is to be read by itself.
  mutating func drafts(
    of entry: ReportEntry, in file: LogFile, _ reading: inout SecondReading
  ) -> [ReportDraft]? {
    // What is announced above a report may be anywhere.
    guard entry.byteCount >= Self.shortest, entry.related.isEmpty else { return nil }
    let own = Stretch(file: ObjectIdentifier(file), range: entry.bytes)
    defer { last = own }
    if let known = read, known.stretch.file == own.file, let drafts = Self.drafts(of: entry, known.drafts) {
      return drafts
    }
    guard let last, last.file == own.file, last.range.overlaps(own.range),
      last.range.clamped(to: own.range).count > own.range.count / 2,
      own.range.count <= Self.longest
    else { return nil }
    let around = Self.around(own.range)
    // It was looked for in vain.
    if let known = read, known.stretch == Stretch(file: own.file, range: around) { return nil }
    let all = Dictionary(grouping: reading.drafts(in: around, around: entry, of: file), by: \.extent.start)
    read = (Stretch(file: own.file, range: around), all)
    return Self.drafts(of: entry, all)
  }

  /// As far as a title looks back, and as much behind as there is between.
  private static func around(_ range: Range<Int>) -> Range<Int> {
    let reach = 4 * ScanLimits.memory
    return max(0, range.lowerBound - reach)..<range.upperBound + range.count + reach
  }

  /// Those that begin and end with the entry.
  private static func drafts(of entry: ReportEntry, _ all: [Int: [ReportDraft]]) -> [ReportDraft]? {
    let own = (all[entry.start] ?? []).filter {
      $0.extent.firstLine == entry.line && $0.extent.end == entry.bytes.upperBound
    }
    return own.isEmpty ? nil : own
  }
}
