/// Where a large log can be cut so that its pieces can be read at the same time.
package enum Segments {
  /// About how many bytes a piece has.
  package static let size = 8 << 20
  /// Smaller logs are read in one piece: there is nothing to gain.
  static let smallestLog = 4 * size
  /// How far from its place a better cut is looked for.
  private static let window = 1 << 16

  /// The places at which a log is cut, its beginning and its end among them.
  ///
  /// A cut is at the beginning of a line: best at the bar above a title, where no report without a
  /// prefix can be open; else wherever a line begins, but never below a bar: it belongs to the title under
  /// it. Whether a report is open there after all is found out when the pieces are put together.
  static func cuts(_ file: LogFile, bytes count: Int, size: Int = size) -> [Int] {
    var cuts = [0]
    var place = size
    while place < count - size / 2 {
      let start = max(0, place - LogScanner.barReach)
      let bytes = file.bytes(start..<min(count, place + window))
      if let cut = cut(bytes.span, from: place - start), start + cut > cuts[cuts.count - 1] {
        cuts.append(start + cut)
      }
      place += size
    }
    return cuts + [count]
  }

  /// Where to cut a piece of a log, from a place on.
  private static func cut(_ bytes: Span<UInt8>, from place: Int) -> Int? {
    guard place < bytes.count else { return nil }
    if let bar = bytes.first("\n==================\nWARNING: ", in: place..<bytes.count) { return bar + 1 }
    var from = place
    while let lineEnd = bytes.first(0x0A, in: from..<bytes.count) {
      if !LogScanner.hasBar(bytes, before: lineEnd + 1) { return lineEnd + 1 }
      from = lineEnd + 1
    }
    return nil
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
