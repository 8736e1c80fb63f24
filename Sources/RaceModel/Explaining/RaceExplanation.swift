/// What is worked out of a race from its reports.
package struct RaceExplanation: Sendable {
  /// Where the two paths part, in words of the program.
  package struct ForkPosition: Equatable, Sendable {
    /// The frame in which they part, as side A has it.
    package var frame: Frame
    /// The line of either side.
    package var lines: Sides<Int?>
    /// How many outer frames both have in common.
    package var sharedFrames: Int
    /// How many of them are outside of the fork's own.
    package var outerFrames: Int
    /// Whether both sides are at the same position of it: a loop, or two calls in a line.
    package var isSamePosition: Bool
    /// Whether a creator took part that the report does not name.
    package var isInferred: Bool
  }

  /// Where the two paths part.
  package var fork: ForkPosition?
  /// What the locks say.
  package var lockVerdict: LockVerdict?
  /// What the race is on: both, where its reports are on variables of the program and on other memory.
  package var subject: Subject?
  /// Whether its reports are on several variables, or on several kinds of memory.
  package var isOnSeveral = false
  /// What it probably comes from, two at most.
  package var causes: [Cause] = []
  /// What reports beside the first one tell of that.
  private var causesOfOthers: [Cause] = []
  /// Why it may be a false alarm.
  package var doubts: [String] = []
  /// What a sentence about it is made of.
  package var verdict: VerdictFacts?
  /// The report that the sentence is made of; nil where none could be read.
  package var entry: ReportEntry?
  /// The lines of the log that it spans.
  package var reportLines: ClosedRange<Int>?
  /// What a sentence about a lock order is made of; nil of other reports.
  package var lockOrder: LockOrderFacts?
  /// The facts about a problem other than a race or a lock order; nil of those.
  package var problem: ProblemFacts?

  /// Nothing is known.
  package init() {}

  /// What one report tells of its race, with what source files say of it.
  package init(_ detail: DetailedReport, _ analysis: ReportAnalysis) {
    fork = analysis.fork.map { ForkPosition($0, detail.frames) }
    lockVerdict = analysis.lockVerdict
    subject = analysis.subject
    causes = analysis.causes
    doubts = analysis.doubts
    verdict = VerdictFacts(detail, analysis)
    lockOrder = LockOrderFacts(detail, analysis)
    problem = ProblemFacts(detail.report, detail.frames)
  }

  /// Takes what source files say of the report that the sentence is made of.
  package mutating func weigh(_ facts: VerdictFacts?, _ order: LockOrderFacts?, _ causes: [Cause]) {
    if let order { lockOrder = order }
    join(causes, causesOfOthers)
    guard var facts else { return }
    // Other reports of the race can be on other memory.
    if isOnSeveral { facts.forgetSubject() }
    verdict = facts
  }

  /// Takes what source files say of one of its reports.
  ///
  /// - Returns: the analysis of the report, with what is known of the whole race.
  package mutating func weigh(_ testimony: SourceTestimony?, of detail: DetailedReport) -> ReportAnalysis {
    var analysis = detail.analyzed()
    if let testimony, !testimony.isEmpty {
      analysis = analysis.weighed(by: testimony, detail)
      weigh(VerdictFacts(detail, analysis), LockOrderFacts(detail, analysis), analysis.causes)
    }
    return sharedCauses.map { analysis.joined(with: $0) } ?? analysis
  }

  /// The causes that all its reports share; nil if the reports are on several variables, each with its own causes.
  package var sharedCauses: [Cause]? { isOnSeveral ? nil : causes }

  /// Takes the causes that the first report and the others tell.
  fileprivate mutating func join(_ own: [Cause], _ others: [Cause]) {
    causesOfOthers = others
    causes = Cause.strongest(of: (own + others).filter { !isOnSeveral || $0.kind != .packageVariable })
  }
}

/// Explains races by reading some of their reports again.
package struct RaceExplainer {
  private var reader = ReportReader()
  private var analyzer = ReportAnalyzer()

  /// An explainer that has read nothing.
  package init() {}

  /// Explains a race.
  ///
  /// - Parameter files: the index's logs, in its order.
  package mutating func explain(_ question: ExplanationRequest, files: [LogFile]) -> RaceExplanation {
    var (explanation, others, causes) = explain(question.entries, files)
    for entry in question.others {
      let file = files[Int(entry.log)]
      if reader.makeRoom(for: file) { analyzer = ReportAnalyzer() }
      guard let report = reader.read(entry, from: file), let subject = Subject(report, reader.frames) else {
        continue
      }
      others.append(subject)
    }
    if let first = explanation.subject {
      // Of an address, and of what the runtime's functions tell, no more than the kind of memory is known.
      let different = (question.subjects ?? others).filter {
        question.subjects == nil ? !$0.isLike(first) : $0.isGlobal != first.isGlobal
      }.reduce(into: [Subject]()) { found, subject in
        if !found.contains(where: subject.isLike) { found.append(subject) }
      }
      explanation.isOnSeveral = !different.isEmpty
      explanation.subject = first.or(different, isAll: question.isWhole)
      if explanation.isOnSeveral { explanation.verdict?.forgetSubject() }
    }
    explanation.join(explanation.causes, causes)
    return explanation
  }

  /// Explains a race by reports of it, the most telling first.
  ///
  /// - Returns: also what the reports beside the first are on, and what causes they tell.
  private mutating func explain(
    _ entries: [ReportEntry], _ files: [LogFile]
  ) -> (RaceExplanation, others: [Subject], causes: [Cause]) {
    var explanation = RaceExplanation()
    var others: [Subject] = []
    var causes: [Cause] = []
    for (number, entry) in entries.enumerated() {
      let file = files[Int(entry.log)]
      if reader.makeRoom(for: file) { analyzer = ReportAnalyzer() }
      guard let report = reader.read(entry, from: file) else { continue }
      let frames = reader.frames
      let analysis = analyzer.analyze(report, frames)
      guard number > 0 else {
        explanation = RaceExplanation(DetailedReport(report: report, frames: frames), analysis)
        (explanation.entry, explanation.reportLines) = (entry, report.lines)
        continue
      }
      if let subject = analysis.subject { others.append(subject) }
      if explanation.subject == nil { explanation.subject = analysis.subject }
      if explanation.fork == nil {
        explanation.fork = analysis.fork.map { RaceExplanation.ForkPosition($0, frames) }
      }
      // A later report may be caught in the middle of what the first one only touches.
      causes += analysis.causes
    }
    return (explanation, others, causes)
  }
}

extension RaceExplanation.ForkPosition {
  /// A fork by the names of its frames.
  package init(_ fork: Fork, _ frames: FrameTable) {
    let sides = fork.branches.map { frames[$0.frame] }
    frame = sides.a
    lines = sides.map(\.line)
    sharedFrames = fork.sharedFrames
    outerFrames = fork.branches.a.trunk.count
    isSamePosition = fork.isSamePosition
    isInferred = fork.isInferred
  }
}
