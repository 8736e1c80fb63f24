/// A line of a suppression file for ThreadSanitizer or the Go race detector: `race:^main.bump$`.
///
/// Sources: compiler-rt's tsan_suppressions.cpp, sanitizer_suppressions.cpp and tsan_rtl_report.cpp.
package struct SanitizerRule: Hashable, Sendable {
  /// The kind of reports.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Races with a matching frame on either stack, or on a matching global variable.
    case race
    /// Races whose innermost frame on either side matches.
    case raceTop = "race_top"
    /// Misuse of a mutex.
    case mutex
    /// A thread that is not joined.
    case thread
    /// Calls in a signal handler.
    case signal
    /// No reports: calls from a library are not watched.
    case calledFromLibrary = "called_from_lib"
    /// A lock order.
    case deadlock
  }

  /// The kind of reports.
  package var kind: Kind
  /// The pattern for frames.
  package var pattern: SuppressionPattern

  /// The line.
  package var line: String { "\(kind.rawValue):\(pattern.text)" }

  /// A rule.
  package init(_ kind: Kind, _ pattern: SuppressionPattern) {
    (self.kind, self.pattern) = (kind, pattern)
  }

  /// Whether it is for reports of that kind.
  private func isFor(_ kind: ReportKind) -> Bool {
    switch self.kind {
    case .race, .raceTop: kind.hasTwoSides
    case .deadlock: kind == .lockOrder
    case .thread: kind == .threadLeak
    case .mutex, .signal, .calledFromLibrary: false
    }
  }

  /// Whether it hides a report: by a frame of its accesses, or of its lock stacks if it is about locks. The
  /// stacks of thread creation do not count.
  package func hides(_ detail: DetailedReport) -> Bool {
    let report = detail.report
    guard isFor(report.kind) else { return false }
    if kind == .raceTop {
      return report.accesses.contains { access in
        detail.frames(of: access.stack).first.map { matches($0) } ?? false
      }
    }
    let stacks = report.kind.hasTwoSides ? report.accesses.map(\.stack) : report.sections.map(\.stack)
    if stacks.contains(where: { detail.frames(of: $0).contains { matches($0) } }) { return true }
    guard kind == .race, let location = report.locations.first(where: { $0.kind == .global }),
      let name = location.name
    else {
      return false
    }
    return pattern.matches(name)
  }

  private func matches(_ frame: Frame) -> Bool {
    [frame.function, frame.file, frame.module].contains { $0.map { pattern.matches($0) } ?? false }
  }
}
