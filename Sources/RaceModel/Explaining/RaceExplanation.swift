/// What is worked out of a race from its reports.
public struct RaceExplanation: Sendable {
  /// Where the two paths part, in words of the program.
  public struct ForkPosition: Equatable, Sendable {
    /// The function in which they part.
    public var function: String?
    /// Its file as printed.
    public var file: String?
    /// The line of either side.
    public var lines: Sides<Int?>
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
  /// Why it may be a false alarm.
  public var doubts: [String] = []
  /// What a sentence about it is made of.
  public var verdict: VerdictFacts?
  /// The report that the sentence is made of; nil where none could be read.
  package var entry: ReportEntry?
  /// The lines of the log that it spans.
  package var reportLines: ClosedRange<Int>?
  /// What a sentence about a lock order is made of; nil of other reports.
  public var lockOrder: LockOrderFacts?

  /// Nothing is known.
  public init() {}
}

/// Explains races by reading some of their reports again.
public struct RaceExplainer {
  private var reader = ReportReader()
  private var analyzer = ReportAnalyzer()

  /// An explainer that has read nothing.
  public init() {}

  /// Explains a race.
  ///
  /// - Parameter files: the index's logs, in its order.
  public mutating func explain(_ question: ExplanationRequest, files: [LogFile]) -> RaceExplanation {
    var (explanation, others) = explain(question.entries, files)
    if let addressed = question.subjects { others = addressed }
    if let first = explanation.subject, let other = others.first(where: { $0.isGlobal != first.isGlobal }) {
      explanation.subject = first.or(other)
      explanation.causes.removeAll { $0.kind == .packageVariable }
      explanation.verdict?.subject = nil
    }
    explanation.causes = Cause.strongest(of: explanation.causes)
    return explanation
  }

  /// Explains a race by reports of it, the most telling first.
  ///
  /// - Returns: also what the reports beside the first are on; not where addresses in the list tell it.
  private mutating func explain(
    _ entries: [ReportEntry], _ files: [LogFile]
  ) -> (RaceExplanation, others: [Subject]) {
    var explanation = RaceExplanation()
    var others: [Subject] = []
    for (number, entry) in entries.enumerated() {
      let file = files[Int(entry.log)]
      if reader.makeRoom(for: file) { analyzer = ReportAnalyzer() }
      guard let report = reader.read(entry, from: file) else { continue }
      let frames = reader.frames
      let analysis = analyzer.analyze(report, frames)
      if number == 0 {
        explanation.lockVerdict = analysis.lockVerdict
        explanation.doubts = analysis.doubts
        explanation.verdict = VerdictFacts(report, frames, subject: analysis.subject)
        explanation.lockOrder = LockOrderFacts(report, frames)
        (explanation.entry, explanation.reportLines) = (entry, report.lines)
      } else if let subject = analysis.subject {
        others.append(subject)
      }
      if explanation.subject == nil { explanation.subject = analysis.subject }
      if explanation.fork == nil {
        explanation.fork = analysis.fork.map { RaceExplanation.ForkPosition($0, frames) }
      }
      // A later report may be caught in the middle of what the first one only touches.
      explanation.causes += analysis.causes
    }
    return (explanation, others)
  }
}

extension RaceExplanation.ForkPosition {
  /// A fork by the names of its frames.
  public init(_ fork: Fork, _ frames: FrameTable) {
    let sides = fork.branches.map { frames[$0.frame] }
    function = sides.a.function
    file = sides.a.file
    lines = sides.map(\.line)
    sharedFrames = fork.sharedFrames
    isInferred = fork.isInferred
  }
}
