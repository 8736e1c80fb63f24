extension Cause.Kind {
  /// A closure uses the variable of a loop that goes on.
  package static let loopVariable = Cause.Kind("loop-variable", "loop variable captured")
}

extension CauseRule {
  /// The head of a loop sets a variable that a closure in the loop uses.
  static let loopVariable = CauseRule(
    kind: .loopVariable,
    evidence: { facts in
      guard let loop = facts.testimony.loopVariable else { return nil }
      return ["\(loop.head) sets \(loop.name) in each round, \(loop.use) uses it in a closure"]
    },
    examples: [
      Example(
        log: report,
        source: CauseExamples.function("for i := 0; i < 3; i++ {", "go func() {", "use(i)", "}()", "}"),
        holds: true),
      Example(
        log: report,
        source: CauseExamples.function("for _, p := range list {", "go func() {", "use(p.n)", "}()", "}"),
        holds: true),
      // A copy for each round, a key of that name, a closure behind the loop.
      Example(
        log: report,
        source: CauseExamples.function("for i := 0; i < 3; i++ {", "go func(n int) {", "use(n)", "}(i)", "}"),
        holds: false),
      Example(
        log: report,
        source: CauseExamples.function("for i := 0; i < 3; i++ {", "go func() {", "use(c.i)", "}()", "}"),
        holds: false),
      Example(
        log: report,
        source: CauseExamples.function("for i := 0; i < 3; i++ { }", "go func() {", "use(i)", "}()"),
        holds: false),
      // Either of two.
      Example(
        log: report,
        source: CauseExamples.function("for i, p := range list {", "go func() {", "use(i, p)", "}()", "}"),
        holds: false),
      Example(log: report, holds: false),
    ])

  private static let report = CauseExamples.go(
    at: "0x00c00001a0f0", write: "main.Load app.go:6", read: "main.Load.func1 app.go:8",
    created: "main.main m.go:9",
    andCreated: "main.Load app.go:7")
}
