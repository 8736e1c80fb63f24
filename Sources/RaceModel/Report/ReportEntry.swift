/// The index entry of a report: its place and what a list needs. The rest is read from the log when the
/// report is opened.
public struct ReportEntry: Hashable, Sendable {
  /// Which process printed a report.
  enum Process: Hashable, Sendable {
    /// The detector does not distinguish processes.
    case unnamed
    /// One of several that may have written into the same log.
    case pid(Int32)
    /// The detector names it, but that part of the report is lost.
    case lost
  }

  /// One side of a report.
  public struct Side: Hashable, Sendable {
    /// The operation of the access; nil if the report is not about accesses.
    public var operation: Operation?
    /// Whether the operation was atomic.
    public var isAtomic: Bool
    /// Whether it is the remembered, older access.
    public var isPrevious: Bool
    /// The frame that represents it.
    public var site: SiteID
    /// The address.
    public var address: HexNumber?
  }

  // There can be very many; this order of fields keeps them small.

  /// Its first byte in the log.
  public var start = 0
  /// How many bytes it has.
  public var byteCount = 0
  /// The physical line of its title, 1-based. Its other lines are told by their distance.
  public var line = 0
  /// Sites beyond the second, of reports about more than two stacks.
  public var moreSites: [SiteID] = []
  /// Bytes of the log before the report that belong to it.
  public var related: [RelatedBytes] = []
  /// How many lines are before that of its title.
  private var linesAbove: Int32 = 0
  /// How many are below it.
  private var linesBelow: Int32 = 0
  /// How far below it the first header is; negative for none.
  private var headerDistance: Int32 = -1
  /// Its log in the index.
  public var log: Int32 = 0
  /// The access that was caught; nil if it is not in the log.
  public var first: Side?
  /// Which tool printed it.
  public var detector: Detector
  /// Its kind.
  public var kind: ReportKind
  /// Whether nothing of it is cut off, missing or damaged.
  public var isComplete = true
  /// Whether a bar is above its title.
  var hasOpeningBar = false
  /// Whether the log ended before the report did, so that more of the log may continue it.
  public var isOpenEnded = false
  /// The other access; nil if it is not in the log.
  public var second: Side?
  /// The package that was being tested when it was printed; negative if unknown.
  var duringPackage: Int32 = -1
  /// The test that was announced when it was printed; negative if unknown.
  var duringTest: Int32 = -1
  /// The job, shard or step that printed it; negative if unknown.
  var duringJob: Int32 = -1
  /// How many reports begin on the same line before it.
  var ordinal: Int32 = 0
  /// A 32-bit hash of the threads of its accesses.
  public var threads: UInt32 = 0
  /// The number of its run; negative if lost.
  public var run: Int32 = -1
  /// Its race, a position in the index's races.
  public var race: Int32 = -1
  /// The process that printed it.
  var process = Process.unnamed
}

extension ReportEntry {
  /// An entry of a report, with its detector and its kind alone.
  init(_ detector: Detector, _ kind: ReportKind) { (self.detector, self.kind) = (detector, kind) }

  /// Sets its physical lines: the one of its first byte, of its title, its last one, and its first header's, 0 for none.
  mutating func setLines(first: Int, title: Int, last: Int, header: Int) {
    line = title
    linesAbove = Int32(clamping: title - first)
    linesBelow = Int32(clamping: last - title)
    headerDistance = header > 0 ? Int32(clamping: header - title) : -1
  }

  /// The physical line of its first byte: stacks of locks may come before the title.
  public var startLine: Int { line - Int(linesAbove) }

  /// Its last physical line.
  public var endLine: Int { line + Int(linesBelow) }

  /// The physical line of its first header below the title; 0 for none.
  var headerLine: Int { headerDistance < 0 ? 0 : line + Int(headerDistance) }
}

extension ReportEntry {
  /// Its bytes in the log.
  public var bytes: Range<Int> { start..<start + byteCount }
}

extension ReportEntry.Side {
  /// One letter for what the access did.
  public var letter: String { operation?.letter ?? "-" }
}

extension ReportEntry {
  /// The site that a list shows first: that of the first access, else of the second.
  var leadingSite: SiteID { (first ?? second)?.site ?? .missing }

  /// The sites that make up the report's race: both sides of a race, one of them perhaps missing; for other
  /// reports all that exist.
  var sites: [SiteID] {
    let sides = [first?.site, second?.site]
    if kind.hasTwoSides { return sides.map { $0 ?? .missing } }
    let known = sides.compactMap(\.self) + moreSites
    return known.isEmpty ? [.missing] : known
  }
}
