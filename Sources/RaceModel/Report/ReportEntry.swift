/// What the index keeps of a report: where it stands and what a list needs. The rest is read from the
/// log when the report is looked at.
public struct ReportEntry: Hashable, Sendable {
  /// Which process printed a report.
  enum Process: Hashable, Sendable {
    /// The detector does not tell processes apart.
    case unnamed
    /// One of so many that may have written into the same log.
    case pid(Int32)
    /// The detector names it, and that part of the report is lost.
    case lost
  }

  /// One side of a report.
  public struct Side: Hashable, Sendable {
    /// What the access did; nil where the report is not about accesses.
    public var operation: Operation?
    /// Whether the operation was atomic.
    public var isAtomic: Bool
    /// Whether it is the remembered, older access.
    public var isPrevious: Bool
    /// The frame that stands for it.
    public var site: SiteID
    /// Where in memory.
    public var address: HexNumber?
  }

  // There can be very many: the order keeps them small.

  /// Its first byte in the log.
  public var start: Int
  /// How many bytes it has.
  public var byteCount: Int
  /// The physical line of its first byte: stacks of locks may stand before the title.
  public var startLine: Int
  /// The physical line of its title, 1-based.
  public var line: Int
  /// Its last physical line.
  public var endLine: Int
  /// The physical line of its first header below the title; 0 when there is none.
  var headerLine: Int
  /// Sites beyond the second, of reports about more than two stacks.
  public var moreSites: [SiteID] = []
  /// Bytes of the log that belong to the report and stand before it.
  public var related: [RelatedBytes] = []
  /// The access that was caught; nil when it is not in the log.
  public var first: Side?
  /// The other access; nil when it is not in the log.
  public var second: Side?
  /// Which tool printed it.
  public var detector: Detector
  /// What it is about.
  public var kind: ReportKind
  /// Whether nothing of it is cut off, missing or damaged.
  public var isComplete: Bool
  /// Whether a bar stood above its title.
  var hasOpeningBar: Bool
  /// Whether the log ended before the report did: more of the log may go on with it.
  public var isOpenEnded = false
  /// Which of the index's logs it stands in.
  public var log: Int32
  /// The package that was being tested when it was printed; negative when not known.
  var duringPackage: Int32
  /// The test that was announced when it was printed; negative when not known.
  var duringTest: Int32
  /// How many reports begin on the same line before it.
  var ordinal: Int32
  /// Differs where the threads of its accesses do, as far as 32 bits can tell.
  public var threads: UInt32
  /// The number of its run; negative when it is lost which it was.
  public var run: Int32 = -1
  /// Its race, a position in the index's races.
  public var race: Int32 = -1
  /// The process that printed it.
  var process: Process
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
  /// The sites that make up the report's race: both sides of a race, one of them perhaps missing; of
  /// other reports those that there are.
  var sites: [SiteID] {
    let sides = [first?.site, second?.site]
    if kind.hasTwoSides { return sides.map { $0 ?? .missing } }
    let known = sides.compactMap(\.self) + moreSites
    return known.isEmpty ? [.missing] : known
  }
}
