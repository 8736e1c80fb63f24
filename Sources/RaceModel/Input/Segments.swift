/// Where a large log can be cut so that its pieces can be read at the same time.
enum Segments {
  /// About how many bytes a piece has.
  static let size = 8 << 20
  /// Smaller logs are read in one piece: there is nothing to gain.
  static let smallestLog = 4 * size
  /// How far from its place a better cut is looked for.
  private static let window = 1 << 16

  /// The places at which a log is cut, its beginning and its end among them.
  ///
  /// A cut is at the beginning of a line: best at the bar above a title, where no report without a
  /// prefix can be open; else wherever a line begins. Whether a report is open there after all is found
  /// out when the pieces are put together.
  static func cuts(_ file: LogFile, bytes count: Int, size: Int = size) -> [Int] {
    var cuts = [0]
    var place = size
    while place < count - size / 2 {
      let bytes = file.bytes(place..<min(count, place + window))
      if let cut = cut(bytes.span) { cuts.append(place + cut) }
      place += size
    }
    return cuts + [count]
  }

  private static func cut(_ bytes: Span<UInt8>) -> Int? {
    let all = 0..<bytes.count
    if let bar = bytes.first("\n==================\nWARNING: ", in: all) { return bar + 1 }
    return bytes.first(0x0A, in: all).map { $0 + 1 }
  }
}

/// What was read from one piece of a log.
struct SegmentResult: Sendable {
  /// Its reports; lines are counted from the piece's beginning.
  var reports: [ReportEntry]
  var names: [String]
  var sites: [Site]
  /// What the lines of its reports were counted from.
  var firstLine: Int
  /// Physical lines of the piece.
  var lines: Int
  /// Up to where the log was read.
  var bytes: Int
  /// Whether no report was open at its end and no thread was announced in it: the next piece can be read
  /// without it.
  var isClosed: Bool
  /// What was announced of tests.
  var announced: SegmentAnnouncements
  /// Why reading ended early.
  var failure: String?
}

/// Which tests a piece of a log announced, as far as its neighbours must know.
struct SegmentAnnouncements: Sendable {
  /// Whether one was announced before its last report.
  var hasCurrent: Bool
  /// The test that held for its last report.
  var current: String?
  /// An announcement behind its last report, and where it stands.
  var trailing: (test: String?, position: Int)?
}
