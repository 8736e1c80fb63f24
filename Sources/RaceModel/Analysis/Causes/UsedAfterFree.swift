extension Cause.Kind {
  /// Memory is used after it was freed.
  public static let usedAfterFree = Cause.Kind("used-after-free", "used after it was freed")
}

extension CauseRule {
  /// A report of memory that was freed before it was used: by whom, and by whom it is used.
  static let usedAfterFree = CauseRule(
    kind: .usedAfterFree,
    evidence: { facts in
      guard [.useAfterFree, .vptrUseAfterFree].contains(facts.report.kind), let (use, free) = facts.pair,
        frees(free), let freed = place(free.site), let used = place(use.site)
      else { return nil }
      return ["\(freed) frees it, \(used) uses it afterwards"]
    },
    examples: [
      Example(
        log: CauseExamples.tsan(
          title: "heap-use-after-free", first: "Write of size 8 at 0x7b0400000000 by thread T1",
          firstStack: "use() /src/app.cpp:7",
          second: "Previous write of size 8 at 0x7b0400000000 by main thread",
          secondStack: "free <null>;main /src/app.cpp:12"), holds: true),
      // A race with a free: either may come first.
      Example(
        log: CauseExamples.tsan(
          first: "Write of size 8 at 0x7b0400000000 by thread T1", firstStack: "use() /src/app.cpp:7",
          second: "Previous write of size 8 at 0x7b0400000000 by main thread",
          secondStack: "free <null>;main /src/app.cpp:12"), holds: false),
      // Who freed it is not in the log.
      Example(
        log: CauseExamples.tsan(
          title: "heap-use-after-free", first: "Write of size 8 at 0x7b0400000000 by thread T1",
          firstStack: "use() /src/app.cpp:7",
          second: "Previous write of size 8 at 0x7b0400000000 by main thread",
          secondStack: "<null> <null>"), holds: false),
    ])
}
