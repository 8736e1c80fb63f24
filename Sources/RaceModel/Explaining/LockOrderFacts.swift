/// What a sentence about a lock order is made of: who takes which lock, and which one behind it.
package struct LockOrderFacts: Sendable {
  /// A lock that is taken while another one is held.
  package struct Step: Sendable {
    /// The function that tells it from the other steps; nil where it has no name.
    package var function: String?
    /// The thread; nil where the report does not name it.
    package var thread: ThreadName?
    /// The lock that is held.
    package var held: String
    /// The lock that is taken.
    package var wanted: String
    /// The line that takes it.
    package var frame: Frame?
  }

  /// The steps in the order of the report.
  package var steps: [Step]
  /// The locks that come in the other order elsewhere, by ways that the report does not print; nil where it prints them.
  package var unprinted: (first: String, second: String)?
  /// Whether the steps lead back to where they began.
  package var isCycle: Bool
  /// Whether a name of a lock is read from the source.
  package var hasNamesFromSource: Bool
  /// Which order to turn around, by the source; nil where that is not certain.
  package var choice: SourceLockOrder.Choice?
  /// The detector.
  package var detector: Detector

  /// The facts of a report, weighed by what source files say; nil if it is not about a lock order.
  package init?(_ detail: DetailedReport, _ analysis: ReportAnalysis) {
    guard let order = LockOrder(detail.report) else { return nil }
    let (report, source) = (detail.report, analysis.source.lockOrder)
    let names = source?.names ?? [:]
    func lock(_ id: String) -> String { names[id]?.name ?? report.lockTitle(id) }
    let stacks = order.steps.map { step in
      step.wantedSection.map { detail.frames(of: report.sections[$0].stack) } ?? []
    }
    let functions = Self.functions(stacks)
    steps = zip(order.steps, zip(stacks, functions)).map { step, place in
      Step(
        function: place.1, thread: step.thread, held: lock(step.held), wanted: lock(step.wanted),
        frame: place.0.blamed)
    }
    unprinted = order.unprinted.map { (lock($0.first), lock($0.second)) }
    isCycle = order.isCycle
    hasNamesFromSource = order.locks.contains { names[$0] != nil }
    choice = source?.choice
    detector = report.detector
  }

  /// For each stack the innermost function in which not all of them are the same; where they are in all, the innermost.
  private static func functions(_ stacks: [[Frame]]) -> [String?] {
    let own = stacks.map { $0.filter { !$0.isPlumbing && $0.function != nil }.map(\.function) }
    let depth = own.map(\.count).min() ?? 0
    let position = (0..<depth).first { depth in Set(own.map { $0[depth] }).count > 1 } ?? 0
    return own.map { position < $0.count ? $0[position] : nil }
  }
}
