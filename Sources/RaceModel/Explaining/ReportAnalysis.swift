/// What is worked out of one report, with everything that is inferred marked so.
package struct ReportAnalysis: Sendable {
  /// Who created whom.
  package var lineage: Lineage
  /// Where the two paths part.
  package var fork: Fork?
  /// Frames of calls that had returned, by stack.
  package var stale: [StackID: StaleFrames]
  /// What source files say: nothing before they were asked.
  package var source = SourceTestimony()
  /// What they say of calls beside stale frames.
  package var callRemarks: [CallRemark] = []
  /// What the locks say.
  package var lockVerdict: LockVerdict?
  /// What the race is on.
  package var subject: Subject?
  /// What it probably comes from, two at most.
  package var causes: [Cause]
  /// What would have given what is missing.
  package var advice: [String]
  /// Why it may be a false alarm.
  package var doubts: [String]
}

extension ReportAnalysis {
  /// The same with the causes of the race that the report is of: others of its reports may tell more.
  package func joined(with race: [Cause]) -> ReportAnalysis {
    var result = self
    result.causes = race.map { cause in
      if let own = causes.first(where: { $0.kind == cause.kind }) { return own }
      var other = cause
      if let last = other.evidence.popLast() {
        other.evidence.append("\(last), in another report of the race")
      }
      return other
    }
    return result
  }
}

extension DetailedReport {
  /// Works out what the report tells.
  package func analyzed() -> ReportAnalysis {
    var analyzer = ReportAnalyzer()
    return analyzer.analyze(report, frames)
  }
}

/// Analyzes reports that share a frame table, one after the other.
package struct ReportAnalyzer {
  private var facts = FrameFactTable()

  /// An analyzer that has seen no frames.
  package init() {}

  /// Who created whom and which frames are stale: what an export says of each report.
  package mutating func links(
    _ report: Report, _ frames: FrameTable
  ) -> (lineage: Lineage, stale: [StackID: StaleFrames]) {
    facts.update(frames)
    return (Lineage(report, frames, facts), StaleFrames.find(report, frames, facts))
  }

  /// All that a report tells.
  mutating func analyze(_ report: Report, _ frames: FrameTable) -> ReportAnalysis {
    let (lineage, stale) = links(report, frames)
    let subject = Subject(report, frames)
    let verdict = LockVerdict(report, frames)
    let causes = Cause.likely(CauseFacts(report, frames, subject: subject, verdict: verdict))
    return ReportAnalysis(
      lineage: lineage, fork: Fork(report, lineage, facts), stale: stale, lockVerdict: verdict,
      subject: subject, causes: causes, advice: HalfReportAdvice.advice(report, frames),
      doubts: ReportDoubt.doubts(report, frames))
  }
}
