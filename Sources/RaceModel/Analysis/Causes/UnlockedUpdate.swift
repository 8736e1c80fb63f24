extension Cause.Kind {
  /// Both sides change what they read, in steps that others come between.
  package static let unlockedUpdate = Cause.Kind("read-modify-write", "read-modify-write")
}

extension CauseRule {
  /// Both sides do `n++` or the like to one thing, and no lock is known of.
  static let unlockedUpdate = CauseRule(
    kind: .unlockedUpdate,
    evidence: { facts in
      guard let written = facts.testimony.written, let one = written.updates.a, let two = written.updates.b,
        facts.hasNoLock, let (first, second) = facts.pair, let place = Self.place(first.site),
        let other = Self.place(second.site)
      else { return nil }
      if place == other { return ["\(place) does \(one), which reads and then writes"] }
      return ["\(place) does \(one), \(other) does \(two); each reads and then writes"]
    },
    examples: [
      Example(log: report, source: CauseExamples.function("c.n++", "c.n = 1"), holds: true),
      Example(log: report, source: CauseExamples.function("c.n += 2", "c.n = 1"), holds: true),
      Example(log: report, source: CauseExamples.function("c.n = c.n + 2", "c.n = 1"), holds: false),
      // Two statements, another thing, locks.
      Example(
        log: CauseExamples.go(at: "0x00c00001a0f0", write: "main.Load app.go:6", read: "main.Load app.go:7"),
        source: CauseExamples.function("c.n++", "use(c.n)"), holds: false),
      Example(log: report, source: CauseExamples.function("c.n, c.m = 1, 2", "c.n = 1"), holds: false),
      Example(log: report, source: CauseExamples.function("c.mu.Lock(); c.n++", "c.n = 1"), holds: false),
      Example(log: report, holds: false),
      // Two lines that do the like.
      Example(
        log: CauseExamples.go(at: "0x00c00001a0f0", write: "main.Load app.go:6", read: "main.Load app.go:7"),
        source: CauseExamples.function("c.n++", "c.n -= 2"), holds: true),
    ])

  private static let report = CauseExamples.go(
    at: "0x00c00001a0f0", write: "main.Load app.go:6", read: "main.Load app.go:6")
}
