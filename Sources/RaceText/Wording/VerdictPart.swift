package import RaceModel

/// A part of the sentence about a race: what it says, what it is read from, and the places that bear it out.
package struct VerdictPart: Hashable, Sendable {
  /// What a part is about.
  package enum Kind: String, Sendable {
    /// What both sides use.
    case shared
    /// What one side does.
    case access
    /// The locks of one side.
    case locks
    /// One function's order of two locks.
    case order
    /// A problem that is not two accesses.
    case problem
  }

  package var kind: Kind
  /// What it says: `c.items`, `writes`, `c.mu`, `fill takes pond, then shore`.
  package var text: String
  /// The side that it is about; nil where it is about both, or about none.
  package var side: Side?
  /// Whether it is read from source files; else it is in the report.
  package var isFromSource = false
  /// The places that bear it out, of which function, file and line are told; none where the report says it in words
  /// alone.
  package var evidence: [Frame]
}

extension VerdictPart {
  /// What the sentence of a race consists of: the parts that are known.
  package static func all(_ facts: VerdictFacts) -> [VerdictPart] {
    guard let verdict = Verdict(facts) else { return [] }
    let sites = Side.allCases.compactMap { facts.sides[$0]?.site }
    let shared = verdict.shared.map {
      VerdictPart(kind: .shared, text: $0, isFromSource: facts.written != nil, evidence: sites)
    }
    return [shared].compactMap(\.self) + Side.allCases.flatMap { of($0, facts) }
  }

  private static func of(_ side: Side, _ facts: VerdictFacts) -> [VerdictPart] {
    guard let access = facts.sides[side] else { return [] }
    let site = [access.site].compactMap(\.self)
    let words = access.assertion.map { $0.hasPrefix("assert ") ? "asserts " + $0.dropFirst(7) : $0 }
    let verb = (words ?? Verdict.verb(access, on: facts.subject)).map {
      VerdictPart(kind: .access, text: $0, side: side, evidence: site)
    }
    let locks = Self.words(access.locks).map {
      VerdictPart(
        kind: .locks, text: $0, side: side, isFromSource: access.hasLocksFromSource,
        evidence: access.lockPlaces.isEmpty ? site : access.lockPlaces)
    }
    return [verb, locks].compactMap(\.self)
  }

  private static func words(_ locks: VerdictFacts.Locks) -> String? {
    switch locks {
    case .unknown: nil
    case .none: "no lock"
    case .held(let names, let isRead): names.joined(separator: ", ") + (isRead ? " to read" : "")
    }
  }

  /// What the sentence of a race, a lock order or another problem consists of.
  package static func all(_ explanation: RaceExplanation) -> [VerdictPart] {
    if let facts = explanation.verdict { return all(facts) }
    if let order = explanation.lockOrder { return all(order) }
    guard let problem = explanation.problem, let words = Verdict.words(problem) else { return [] }
    let places = [problem.site, problem.earlier].compactMap(\.self)
    return [VerdictPart(kind: .problem, text: words, evidence: places)]
  }

  /// What the sentence of a lock order consists of.
  package static func all(_ order: LockOrderFacts) -> [VerdictPart] {
    let steps = order.steps.map { step in
      VerdictPart(
        kind: .order, text: Verdict.words(step, order), isFromSource: order.hasNamesFromSource,
        evidence: [step.frame].compactMap(\.self))
    }
    let other = Verdict.unprinted(order).map {
      VerdictPart(kind: .order, text: $0, isFromSource: order.hasNamesFromSource, evidence: [])
    }
    return steps + [other].compactMap(\.self)
  }
}
