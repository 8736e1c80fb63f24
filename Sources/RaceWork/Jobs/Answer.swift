package import RaceModel
package import RaceText

/// The result of a job. Each answer names its subject, so that it is never applied to anything else.
package enum Answer: Sendable {
  /// A full report and its analysis; nil if its log has changed.
  case report(ReportRequest, DetailedReport?, ReportAnalysis?)
  /// A report's text, and whether the log still has the report.
  case text(ReportRequest, LogExcerpt, isThere: Bool)
  /// The log around a line was read.
  case lines(LogPlace, LogExcerpt)
  /// A report's text for the clipboard; nil if its log has changed.
  case copy(ReportRequest, ClipboardText?)
  /// The text of an issue; nil if the log has changed.
  case issue(IssueRequest, ClipboardText?)
  /// The suppressions for a race.
  case suppressions(SuppressionRequest, SuppressionAdvice)
  /// Races were explained.
  case explained([(RaceKey, RaceExplanation)], Generation)
  /// What distinguishes the stacks of the requested reports; the number of the question.
  case stacks([UInt64], request: Int)
  /// The words of the requested reports; the number of the question.
  case words(WordBatch, request: Int)
  /// The result of the search for the code around a place.
  case code(CodePlace, CodeLookup)
  /// What source files say about a report, and the parts of a sentence about it.
  case testimony(ReportRequest, SourceTestimony, SourcedFacts?)
  /// Who last changed the lines of races; nil if unknown.
  case owners([(RaceKey, String?)], request: Int)
  /// Who last changed a line, in words.
  case blame(CodePlace, String)
  /// The answers of installed programs about mangled names.
  case demangled(Demangling)
  /// The files found for paths in the log, in their order.
  case located([PrintedPlace], [SourceFinding])
  /// Why a run may not show everything.
  case doubts(DoubtRequest, [RunDoubt])
  /// What has changed in a race since the older run; nil if that cannot be read any more.
  case compared(RaceKey, [RaceChange]?)
  /// A job was dropped before it began.
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
