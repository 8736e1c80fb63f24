extension Cause.Kind {
  /// A test logs after it has ended.
  package static let testLogAfterEnd = Cause.Kind("test-log-after-end", "test logs after its end")
}

extension CauseRule {
  /// A test's log is used while or after the test ends.
  static let testLogAfterEnd = CauseRule(
    kind: .testLogAfterEnd,
    evidence: { facts in
      guard facts.program == .goProgram, let (first, second) = facts.pair else { return nil }
      for (side, other) in [(first, second), (second, first)] {
        guard let log = side.lead(where: isTestLog), other.lead(where: isTestLog) == nil,
          // Above the site: no code of the program ran in it any more.
          let end = other.lead(where: { $0.hasPrefix("testing.tRunner") })
        else { continue }
        return ["\(log) in \(side.words)", "\(end) in \(other.words)"]
      }
      return nil
    },
    examples: [
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0",
          write: "testing.tRunner.func1 testing.go:1600;testing.tRunner testing.go:1650",
          read:
            "testing.(*common).logDepth testing.go:900;testing.(*common).Log testing.go:910;app.poll app.go:15",
          created: "testing.(*T).Run testing.go:1750;app.TestPoll app_test.go:8",
          andCreated: "app.TestPoll.func1 app_test.go:12;testing.tRunner testing.go:1650"), holds: true),
      // A test that has not ended: it goes on to run in parallel.
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0",
          write:
            "testing.(*T).Parallel testing.go:1600;app.TestPoll app_test.go:9;testing.tRunner testing.go:1650",
          read: "testing.(*common).Log testing.go:910;app.poll app.go:15",
          created: "testing.(*T).Run testing.go:1750;main.main _testmain.go:47"), holds: false),
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "app.TestPoll.func1 app_test.go:12;testing.tRunner testing.go:1650",
          read: "app.poll app.go:15"), holds: false),
    ])

  private static func isTestLog(_ name: String) -> Bool {
    ["log", "Log", "Error", "Fatal", "Skip"].contains { name.hasPrefix("testing.(*common).\($0)") }
  }
}
