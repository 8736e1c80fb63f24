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
  /// What the race is on: both, where its reports are on variables of the program and on other memory.
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
    var explanation = explain(entries.map { ($0, files[Int($0.source)]) })
    if race.reports.count > 1, let first = explanation.subject {
      let others = otherSubjects(race, of: index, entries.dropFirst().map { ($0, files[Int($0.source)]) })
      if let other = others.first(where: { $0.isGlobal != first.isGlobal }) {
        explanation.subject = first.or(other)
        explanation.causes.removeAll { $0.kind == .packageVariable }
      }
    }
    return explanation
  }

  /// What further reports of a race are on: of Go as far as the addresses in the list tell.
  private mutating func otherSubjects(
    _ race: Race, of index: LogIndex, _ entries: [(entry: ReportEntry, file: LogFile)]
  ) -> [Subject] {
    guard entries.first?.entry.detector != .go else {
      return race.reports.dropFirst().prefix(64).compactMap { number in
        let entry = index.reports[Int(number)]
        return (entry.first?.address ?? entry.second?.address).flatMap { Subject(goAddress: $0) }
      }
    }
    return entries.compactMap { entry, file in
      read(entry, file).flatMap { Subject($0, scanner.naming.frames) }
    }
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
