extension Cause.Kind {
  /// Tests that run in parallel share something.
  package static let parallelTests = Cause.Kind("parallel-tests", "parallel tests share it")
}

extension CauseRule {
  /// Two tests that the runner started and that ran at the same time.
  static let parallelTests = CauseRule(
    kind: .parallelTests,
    evidence: { facts in
      guard facts.program == .goProgram, let (first, second) = facts.pair,
        first.access.thread != second.access.thread,
        first.creation.first?.function == "testing.(*T).Run",
        second.creation.first?.function == "testing.(*T).Run"
      else { return nil }
      let place = first.creation.first { !$0.isPlumbing }
      let other = second.creation.first { !$0.isPlumbing }
      if let function = place?.function, let line = place?.line, let file = place?.fileName, place == other {
        return ["both goroutines are subtests, started in \(function) at \(file):\(line)"]
      }
      return ["both goroutines were started by testing.(*T).Run"]
    },
    examples: [
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "app.TestAll.func1 app_test.go:12;testing.tRunner testing.go:1650",
          read: "app.TestAll.func1 app_test.go:13;testing.tRunner testing.go:1650",
          created:
            "testing.(*T).Run testing.go:1750;app.TestAll app_test.go:8;testing.tRunner testing.go:1650",
          andCreated:
            "testing.(*T).Run testing.go:1750;app.TestAll app_test.go:8;testing.tRunner testing.go:1650"),
        holds: true),
      // One test and a goroutine that it started itself.
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "app.TestAll.func1 app_test.go:12",
          read: "app.TestAll app_test.go:13;testing.tRunner testing.go:1650",
          created: "app.TestAll app_test.go:8;testing.tRunner testing.go:1650",
          andCreated: "testing.(*T).Run testing.go:1750;main.main _testmain.go:47"), holds: false),
    ])
}
