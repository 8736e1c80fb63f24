extension Cause.Kind {
  /// Something is checked, and what depends on it done after that.
  package static let checkThenAct = Cause.Kind("check-then-act", "check, then act")
}

extension CauseRule {
  /// The source has a condition and, in its branch, a write to what the condition asks for.
  static let checkThenAct = CauseRule(
    kind: .checkThenAct,
    evidence: { facts in
      guard let check = facts.testimony.check, !check.isFirstUse else { return nil }
      return evidence(check)
    },
    examples: [
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "main.Load app.go:7", read: "main.Load app.go:6"),
        source: CauseExamples.function("if c.n > 0 {", "c.n--", "}", "return c.x"), holds: true),
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "main.Load app.go:8", read: "main.Load app.go:6"),
        source: CauseExamples.function("if c.n > 0 {", "for range c.list {", "c.n--", "}", "}"), holds: true),
      // What is written is another thing, or behind the branch.
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "main.Load app.go:7", read: "main.Load app.go:6"),
        source: CauseExamples.function("if c.n.left > 0 {", "c.n = 0", "}", "return c.x"), holds: false),
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "main.Load app.go:9", read: "main.Load app.go:6"),
        source: CauseExamples.function("if c.n > 0 {", "log(c)", "}", "c.n--"), holds: false),
      // The check is one of another function.
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "main.Load app.go:8", read: "main.Load app.go:6"),
        source: CauseExamples.function("if c.n > 0 {", "go func() {", "c.n--", "}()", "}"), holds: false),
      Example(log: CauseExamples.closureReport, holds: false),
    ])
}
