package import RaceModel

/// A lock order in a sentence: who takes which lock, and which one behind it.
extension Verdict {
  /// Takes told at most; of a longer cycle the number.
  private static let mostSteps = 4

  /// `fill takes pond, then shore; drain takes shore, then pond`
  package init(_ order: LockOrderFacts, _ names: ShownNames = ShownNames()) {
    var parts = order.steps.prefix(Self.mostSteps).map { Self.words($0, order, names) }
    if order.steps.count > 1, Set(order.steps.map { Self.taker($0, order, names) }).count == 1 {
      let pairs = order.steps.prefix(Self.mostSteps).map { "\($0.held), then \($0.wanted)" }
      parts = [
        "\(Self.taker(order.steps[0], order, names)) takes " + pairs.joined(separator: "; in another call ")
      ]
    }
    let rest = order.steps.count - Self.mostSteps
    if rest > 0 { parts.append("and \(rest) more") }
    if let other = Self.unprinted(order) {
      parts.append(other)
    } else if !order.isCycle {
      parts.append("the rest of the cycle is not in the report")
    }
    said = parts.joined(separator: "; ")
    shared = nil
    isFromSource = order.hasNamesFromSource
  }

  /// `fill takes pond, then shore`
  static func words(
    _ step: LockOrderFacts.Step, _ order: LockOrderFacts, _ names: ShownNames = ShownNames()
  ) -> String {
    "\(taker(step, order, names)) takes \(step.held), then \(step.wanted)"
  }

  /// `elsewhere shore comes before pond`; nil where all is printed.
  static func unprinted(_ order: LockOrderFacts) -> String? {
    order.unprinted.map { LockOrderWords.elsewhere($0.first, $0.second) }
  }

  /// Who takes a lock: the function, else the thread.
  private static func taker(
    _ step: LockOrderFacts.Step, _ order: LockOrderFacts, _ names: ShownNames
  ) -> String {
    if let function = step.function { return brief(names.short(function)) }
    return step.thread?.title(order.detector) ?? LockOrderWords.unnamed
  }

  /// Why a race is one, or another problem; nil where nothing can be said.
  package init?(_ explanation: RaceExplanation, _ names: ShownNames = ShownNames()) {
    if let facts = explanation.verdict, let verdict = Verdict(facts, names) {
      self = verdict
    } else if let order = explanation.lockOrder {
      self.init(order, names)
    } else if let problem = explanation.problem {
      self.init(problem, names)
    } else {
      return nil
    }
  }

  /// The same of a report.
  package init?(
    _ detail: DetailedReport, _ analysis: ReportAnalysis, _ names: ShownNames = ShownNames()
  ) {
    self.init(RaceExplanation(detail, analysis), names)
  }
}
