package import RaceModel
package import RaceText

/// Something that takes time or touches files, and is answered later.
package enum Job: Equatable, Sendable {
  /// Read a report whole.
  case report(ReportRequest)
  /// Read a report's text with its surroundings.
  case text(ReportRequest)
  /// Read the log around a line.
  case lines(LogPlace)
  /// Read a report's text for the clipboard.
  case copy(ReportRequest)
  /// Write a race as the text of an issue.
  case issue(IssueRequest)
  /// Look for what would make the detector silent about a race.
  case suppressions(SuppressionRequest)
  /// Explain races.
  case explain([ExplanationRequest], Generation)
  /// Read reports to tell their stacks apart; the number of the question comes back with the answer.
  case stacks([ReportEntry], request: Int)
  /// Read reports for the words in them; the number of the question comes back with the answer.
  case words([ReportEntry], request: Int)
  /// Find the code around places.
  case code([CodePlace])
  /// Ask source files of the calls in a report.
  case testimony(ReportRequest)
  /// Ask who last changed lines.
  case blame([CodePlace])
  /// Ask who last changed the lines of races.
  case owners([RacePlace], request: Int)
  /// Ask what mangled names stand for.
  case demangle([String])
  /// Find the files that paths in the log mean.
  case locate([PrintedPlace])
  /// Look for what makes it doubtful what a run would have found.
  case doubts(DoubtRequest)
  /// Find what has changed in a race since the older run.
  case compare(RaceRecord)
  /// List the folders with source files, so that the first question about code is answered at once.
  case listFolders
}

extension Job {
  /// How soon a job must be done, and with how many others.
  package enum Urgency: Int, Comparable, Sendable, CaseIterable {
    /// The user waits for it.
    case now
    /// It adds to what is shown.
    case soon
    /// It goes on for long, and nobody waits.
    case background

    /// More urgent before less.
    package static func < (left: Urgency, right: Urgency) -> Bool { left.rawValue < right.rawValue }
  }

  /// How soon it must be done.
  package var urgency: Urgency {
    switch self {
    case .report, .text, .lines, .copy, .issue, .locate: .now
    case .code, .testimony, .blame, .demangle, .words, .suppressions, .doubts, .compare: .soon
    case .explain, .stacks, .owners, .listFolders: .background
    }
  }

  /// What the job gives up that was asked before and not begun: a later question of the same kind.
  package enum Slot: Hashable, Sendable {
    case report, text, copy, code, testimony, blame, locate
  }

  /// The slot of the job; nil for one that no other replaces.
  package var slot: Slot? {
    switch self {
    case .report: .report
    case .text, .lines: .text
    case .copy, .issue, .suppressions: .copy
    case .code: .code
    case .testimony: .testimony
    case .blame: .blame
    case .locate: .locate
    case .explain, .stacks, .owners, .words, .demangle, .listFolders, .doubts, .compare: nil
    }
  }
}
