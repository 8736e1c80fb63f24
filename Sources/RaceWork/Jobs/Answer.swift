package import RaceModel
package import RaceText

/// What came of a job. Each answer says what it is about, so that it is never put to anything else.
package enum Answer: Sendable {
  /// A report was read whole, and what is worked out of it; nil when its log has changed.
  case report(ReportRequest, DetailedReport?, ReportAnalysis?)
  /// A report's text was read; whether the log still has the report.
  case text(ReportRequest, LogExcerpt, isThere: Bool)
  /// The log around a line was read.
  case lines(LogPlace, LogExcerpt)
  /// A report's text for the clipboard; nil when its log has changed.
  case copy(ReportRequest, ClipboardText?)
  /// The text of an issue; nil when the log has changed.
  case issue(IssueRequest, ClipboardText?)
  /// What would make the detector silent about a race was looked for.
  case suppressions(SuppressionRequest, SuppressionAdvice)
  /// Races were explained.
  case explained([(RaceKey, RaceExplanation)], Generation)
  /// What tells the stacks of the reports apart that were asked for; the number of the question.
  case stacks([UInt64], request: Int)
  /// The words of the reports that were asked for; the number of the question.
  case words(WordBatch, request: Int)
  /// The code around a place was looked for.
  case code(CodePlace, CodeLookup)
  /// Source files were asked of a report: what they say, and what a sentence about it is made of then.
  case testimony(ReportRequest, SourceTestimony, SourcedFacts?)
  /// Who last changed the lines of races; nil where nobody knows.
  case owners([(RaceKey, String?)], request: Int)
  /// Who last changed a line, in words.
  case blame(CodePlace, String)
  /// Installed programs were asked what mangled names stand for.
  case demangled(Demangling)
  /// The files that paths in the log mean were looked for, in their order.
  case located([PrintedPlace], [SourceFinding])
  /// What makes it doubtful what a run would have found.
  case doubts(DoubtRequest, [RunDoubt])
  /// What has changed in a race since the older run; nil where that cannot be read any more.
  case compared(RaceKey, [RaceChange]?)
  /// A job was given up before it was begun.
  case dropped(Job)

  /// Whether it ends a job that the user waits for.
  package var isAwaited: Bool {
    switch self {
    case .report, .text, .lines, .copy, .issue, .located: true
    case .dropped(let job): job.urgency == .now
    case .explained, .stacks, .owners, .words, .code, .testimony, .blame, .demangled, .suppressions, .doubts,
      .compared:
      false
    }
  }
}
