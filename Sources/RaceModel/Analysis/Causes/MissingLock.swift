extension Cause.Kind {
  /// One side held a lock, the other none.
  package static let missingLock = Cause.Kind("missing-lock", "lock missing on one side", isAboutLocks: true)
}

extension CauseRule {
  /// One side held a lock, the other none: the report says so, or the source does.
  static let missingLock = CauseRule(
    kind: .missingLock,
    evidence: { facts in
      if let evidence = written(facts) { return evidence }
      guard facts.verdict == .oneSide, let (first, second) = facts.pair else { return nil }
      let (held, bare) = first.access.locks.isEmpty ? (second, first) : (first, second)
      let unprinted = facts.report.detector.profile.unprintedLocks
      return ["\(held.words) held \(facts.locks(held))", "\(bare.words) held no lock\(unprinted)"]
    },
    examples: CauseExamples.locks(.oneSide) + [
      Example(
        log: CauseExamples.go(at: "0x00c00001a0f0", write: "main.Load app.go:7", read: "main.Load app.go:9"),
        source: CauseExamples.function("c.mu.Lock()", "c.n = 1", "c.mu.Unlock()", "return c.n"), holds: true),
      Example(
        log: CauseExamples.go(at: "0x00c00001a0f0", write: "main.Load app.go:7", read: "main.Load app.go:8"),
        source: CauseExamples.function("c.mu.Lock()", "c.n = 1", "return c.n"), holds: false),
      Example(
        log: CauseExamples.go(at: "0x00c00001a0f0", write: "main.Load app.go:7", read: "main.Load app.go:9"),
        source: CauseExamples.function("c.mu.TryLock()", "c.n = 1", "c.mu.Unlock()", "return c.n"),
        holds: false),
      // The function that reads is not on the stack: what it holds is not known.
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "runtime.mapassign_faststr map.go:7;main.Load app.go:7",
          read:
            "runtime.mapaccess2_faststr map.go:120;runtime.mapaccess1_faststr map.go:115;testing.tRunner t.go:9"
        ),
        source: CauseExamples.function("c.mu.Lock()", "c.n[k] = 1", "c.mu.Unlock()", "return c.n"),
        holds: false),
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "runtime.mapassign_faststr map.go:7;main.Load app.go:7",
          read: "runtime.mapaccess2_faststr map.go:120;main.Load.gowrap1 app.go:9"),
        source: CauseExamples.function("c.mu.Lock()", "c.n[k] = 1", "c.mu.Unlock()", "return c.n[k]"),
        holds: false),
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "runtime.mapassign_faststr map.go:7;main.Load app.go:7",
          read: "runtime.mapaccess2_faststr map.go:120;main.Load app.go:9"),
        source: CauseExamples.function("c.mu.Lock()", "c.n[k] = 1", "c.mu.Unlock()", "return c.n[k]"),
        holds: true),
    ])

  /// What the source says: the lines that take locks on one side, and that none does on the other.
  private static func written(_ facts: CauseFacts) -> [String]? {
    guard let (first, second) = facts.pair, let one = facts.testimony.locks.a,
      let two = facts.testimony.locks.b,
      one.isNone != two.isNone, !(one.isNone ? two : one).held.isEmpty
    else { return nil }
    let (held, bare, locks) = one.isNone ? (second, first, two) : (first, second, one)
    let names = locks.held.map { "\($0.name) since \(SourcePlace(file: $0.file, line: $0.line))" }
    return ["\(held.words) holds \(names.joined(separator: ", "))", "\(bare.words) holds no lock"]
  }
}
