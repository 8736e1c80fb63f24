/// What the index keeps of a report: where it stands and what a list needs. The rest is read from the
/// log when the report is looked at.
public struct ReportEntry: Hashable, Sendable {
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
  var process: LogRun.Process
}

extension ReportDraft {
  /// What an index keeps of the report. Mutating only so that the draft is not copied for it.
  mutating func takeEntry() -> ReportEntry {
    ReportEntry(&self)
  }
}

extension ReportEntry {
  /// The entry of a report that was just read, its log not set.
  fileprivate init(_ draft: inout ReportDraft) {
    log = 0
    detector = draft.detector
    kind = draft.kind
    start = draft.place.start
    byteCount = draft.place.end - draft.place.start
    startLine = draft.place.startLine
    line = draft.place.firstLine
    endLine = draft.place.lastLine
    isComplete = draft.damage.isEmpty
    related = draft.threads.related
    if kind.hasTwoSides {
      let isFirstPrevious = !draft.accesses.isEmpty && draft.accesses[0].isPrevious
      let positions = Sides.accesses(count: draft.accesses.count, isFirstPrevious: isFirstPrevious)
      first = positions.a.map { Side(draft, access: $0) }
      second = positions.b.map { Side(draft, access: $0) }
    } else {
      let sites = draft.stacks.filter(\.isSide).map(\.site)
      let sides = sites.prefix(2).map {
        Side(operation: nil, isAtomic: false, isPrevious: false, site: $0, address: nil)
      }
      first = sides.first
      second = sides.dropFirst().first
      moreSites = Array(sites.dropFirst(2))
    }
    duringPackage = draft.during.package
    duringTest = draft.during.test
    hasOpeningBar = draft.hasOpeningBar
    headerLine = draft.place.headerLine
    ordinal = draft.place.ordinal
    let pid = draft.pid.map { LogRun.Process.pid(Int32(truncatingIfNeeded: $0)) }
    process = detector.profile.namesProcesses ? pid ?? .lost : .unnamed
    // Either thread may be the one that was caught.
    let (one, other) = (Self.threadCode(draft, access: 0), Self.threadCode(draft, access: 1))
    threads = (min(one, other) &* 0x0100_0193 ^ max(one, other)) &* 0x0100_0193
  }
}

extension ReportEntry {
  /// A number for the thread of an access; 0 where there is no such access.
  private static func threadCode(_ draft: borrowing ReportDraft, access index: Int) -> UInt32 {
    guard index < draft.accesses.count else { return 0 }
    guard let thread = draft.accesses[index].thread else { return 7 }
    return UInt32(truncatingIfNeeded: thread.number) &* 8 | thread.word.code
  }
}

extension ReportEntry.Side {
  /// An access of a report.
  fileprivate init(_ draft: borrowing ReportDraft, access index: Int) {
    operation = draft.accesses[index].operation
    isAtomic = draft.accesses[index].isAtomic
    isPrevious = draft.accesses[index].isPrevious
    site = draft.stacks[draft.accesses[index].stack].site
    address = draft.accesses[index].address
  }
}

extension ThreadName.Word {
  /// A number for each word, below 7.
  fileprivate var code: UInt32 {
    switch self {
    case .main: 0
    case .goroutine: 1
    case .thread: 2
    case .numbered: 3
    case .task: 4
    case .interrupt: 5
    }
  }
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

extension ReportEntry {
  /// Changes a reader's numbers to those of the index.
  ///
  /// - Parameter inheritedTest: the number of the test that was announced before what the reader has read.
  mutating func renumber(_ table: borrowing ReaderTable, inheritedTest: SymbolTable.ID?) {
    if let site = first?.site { first?.site = table[site] }
    if let site = second?.site { second?.site = table[site] }
    if !moreSites.isEmpty { moreSites = moreSites.map { table[$0] } }
    duringPackage = table[name: duringPackage]
    duringTest =
      duringTest == PrintedDuringTracker.inherited ? inheritedTest ?? -1 : table[name: duringTest]
  }
}
