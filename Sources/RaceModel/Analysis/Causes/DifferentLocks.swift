extension Cause.Kind {
  /// Both sides held locks, but not the same.
  package static let differentLocks = Cause.Kind("different-locks", "different locks", isAboutLocks: true)
}

extension CauseRule {
  /// Both sides held locks, none of them the same: by the report, or by the source, under names that differ. A race
  /// between two sides that hold one lock is not reported.
  static let differentLocks = CauseRule(
    kind: .differentLocks,
    evidence: { facts in
      if let evidence = written(facts) { return evidence }
      guard facts.verdict == .disjoint, let (first, second) = facts.pair else { return nil }
      return ["\(first.words) held \(facts.locks(first))", "\(second.words) held \(facts.locks(second))"]
    },
    examples: CauseExamples.locks(.disjoint) + [
      Example(
        log: sides,
        source: CauseExamples.function(
          "if c.in {", "c.a.Lock()", "c.n = 1", "c.a.Unlock()", "} else {", "c.b.Lock()", "use(c.n)",
          "c.b.Unlock()", "}"),
        holds: true),
      // Locks of one name may be those of two objects, or one that was misread.
      Example(
        log: sides,
        source: CauseExamples.function(
          "if c.in {", "c.a.Lock()", "c.n = 1", "c.a.Unlock()", "} else {", "c.a.Lock()", "use(c.n)",
          "c.a.Unlock()", "}"),
        holds: false),
      Example(
        log: sides,
        source: CauseExamples.function(
          "if c.in {", "c.a.RLock()", "c.n = 1", "c.a.RUnlock()", "} else {", "c.b.Lock()", "use(c.n)",
          "c.b.Unlock()",
          "}"),
        holds: false),
    ])

  private static let sides = CauseExamples.go(
    at: "0x00c00001a0f0", write: "main.Load app.go:8", read: "main.Load app.go:12")

  /// What the source says of a report that tells no locks.
  private static func written(_ facts: CauseFacts) -> [String]? {
    guard facts.verdict == nil, facts.program == .goProgram, let (first, second) = facts.pair,
      let one = facts.testimony.locks.a?.held, let two = facts.testimony.locks.b?.held, !one.isEmpty,
      !two.isEmpty,
      (one + two).allSatisfy({ !$0.isRead }), names(one).isDisjoint(with: names(two))
    else { return nil }
    return [(first, one), (second, two)].map { side, locks in
      let places = locks.map { "\($0.name) since \(SourcePlace(file: $0.file, line: $0.line))" }
      return "\(side.words) holds \(places.joined(separator: ", "))"
    }
  }

  /// The locks by their last names.
  private static func names(_ locks: [SourceLock]) -> Set<Substring> {
    Set(locks.map { $0.name.split(separator: ".").last ?? "" })
  }
}
