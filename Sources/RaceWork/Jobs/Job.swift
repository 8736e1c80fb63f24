package import RaceModel
package import RaceText

/// Work that takes time or touches files, and is answered later.
package enum Job: Equatable, Sendable {
  /// Read a full report.
  case report(ReportRequest)
  /// Read a report's text with its surroundings.
  case text(ReportRequest)
  /// Read the log around a line.
  case lines(LogPlace)
  /// Read a report's text for the clipboard.
  case copy(ReportRequest)
  /// Write a race as the text of an issue.
  case issue(IssueRequest)
  /// Find suppressions for a race.
  case suppressions(SuppressionRequest)
  /// Explain races.
  case explain([ExplanationRequest], Generation)
  /// Read reports to distinguish their stacks; the number of the question comes back with the answer.
  case stacks([ReportEntry], request: Int)
  /// Read reports for the words in them; the number of the question comes back with the answer.
  case words([ReportEntry], request: Int)
  /// Find the code around places.
  case code([CodePlace])
  /// Check the calls in a report against source files.
  case testimony(ReportRequest)
  /// Ask who last changed lines.
  case blame([CodePlace])
  /// Ask who last changed the lines of races.
  case owners([RacePlace], request: Int)
  /// Demangle names.
  case demangle([String])
  /// Find the files for paths in the log.
  case locate([PrintedPlace])
  /// Find out why a run may not show everything.
  case doubts(DoubtRequest)
  /// Find what has changed in a race since the older run.
  case compare(ComparedRace)
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
    /// It takes long, and nobody waits.
    case background

    /// The more urgent first.
    package static func < (left: Urgency, right: Urgency) -> Bool { left.rawValue < right.rawValue }
  }

  /// Its urgency.
  package var urgency: Urgency {
    switch self {
    case .report, .text, .lines, .copy, .issue, .locate: .now
    case .code, .testimony, .blame, .demangle, .words, .suppressions, .doubts, .compare: .soon
    case .explain, .stacks, .owners, .listFolders: .background
    }
  }

  /// The earlier waiting job that it replaces: one of the same kind.
  package enum Slot: Hashable, Sendable {
    case report, text, copy, code, testimony, blame, locate
  }

  /// The slot of the job; nil if no other replaces it.
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
