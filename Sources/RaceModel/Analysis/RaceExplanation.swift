/// What is worked out of a race from its reports.
public struct RaceExplanation: Sendable {
  /// Where the two paths part, in words of the program.
  public struct ForkPosition: Equatable, Sendable {
    /// The function in which they part.
    public var function: String?
    /// Its file as printed.
    public var file: String?
    /// The line of either side, in the order of the report's accesses.
    public var lines: [Int?]
    /// How many outer frames both have in common.
    public var sharedFrames: Int
    /// Whether a creator took part that the report does not name.
    public var isInferred: Bool
  }

  /// Where the two paths part.
  public var fork: ForkPosition?
  /// What the locks say.
  public var lockVerdict: LockVerdict?
  /// What the race is on.
  public var subject: Subject?
  /// What it probably comes from, two at most.
  public var causes: [Cause] = []

  /// Nothing is known.
  public init() {}
}

/// Explains races by reading some of their reports again.
public struct RaceExplainer {
  /// Reports of a race that are looked at when the first one tells too little.
  private static let mostReports = 4

  private var scanner = LogScanner(detail: .full)
  private var analyzer = ReportAnalyzer()
  private var buffer: [UInt8] = []

  /// An explainer that has read nothing.
  public init() {}

  /// Explains a race of an index.
  ///
  /// - Parameter files: the index's sources, in its order.
  public mutating func explain(_ race: Race, of index: LogIndex, files: [LogFile]) -> RaceExplanation {
    let whole = race.reports.prefix(64).filter { index.reports[Int($0)].isComplete }
    let entries = (whole.isEmpty ? Array(race.reports.prefix(1)) : whole).prefix(Self.mostReports)
      .map { index.reports[Int($0)] }
    return explain(entries.map { ($0, files[Int($0.source)]) })
  }

  /// Explains a race by reports of it, the most telling first.
  public mutating func explain(_ reports: [(entry: ReportEntry, file: LogFile)]) -> RaceExplanation {
    var explanation = RaceExplanation()
    for (number, (entry, file)) in reports.enumerated() {
      guard let report = read(entry, file) else { continue }
      let frames = scanner.naming.frames
      let analysis = analyzer.analyze(report, frames)
      if number == 0 { explanation.lockVerdict = analysis.lockVerdict }
      if explanation.subject == nil { explanation.subject = analysis.subject }
      if explanation.fork == nil {
        explanation.fork = analysis.fork.map { RaceExplanation.ForkPosition($0, frames) }
      }
      if explanation.causes.isEmpty { explanation.causes = analysis.causes }
      if explanation.fork != nil, !explanation.causes.isEmpty { break }
    }
    return explanation
  }

  private mutating func read(_ entry: ReportEntry, _ file: LogFile) -> Report? {
    if scanner.naming.byteCount > ReportFormatter.frameMemory
      || scanner.naming.plumbing != file.plumbing
    {
      scanner = LogScanner(detail: .full, plumbing: file.plumbing)
      analyzer = ReportAnalyzer()
    }
    file.fill(&buffer, entry.start..<entry.start + entry.byteCount)
    let bytes = buffer
    return entry.read(bytes.span, related: file.bytes(of:), during: nil, with: &scanner)
  }
}

extension RaceExplanation.ForkPosition {
  /// A fork by the names of its frames.
  public init(_ fork: Fork, _ frames: FrameTable) {
    let sides = fork.branches.map { frames[$0.frame] }
    function = sides.first?.function
    file = sides.first?.file
    lines = sides.map(\.line)
    sharedFrames = fork.sharedFrames
    isInferred = fork.isInferred
  }
}
