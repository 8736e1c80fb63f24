extension Cause.Kind {
  /// Memory is used after it was freed.
  package static let usedAfterFree = Cause.Kind("used-after-free", "used after it was freed")
}

extension CauseRule {
  /// A report of memory that was freed before it was used: by whom, and by whom it is used.
  static let usedAfterFree = CauseRule(
    kind: .usedAfterFree,
    evidence: { facts in
      guard facts.report.kind.isAfterFree, let (use, free) = facts.pair,
        frees(free), let freed = place(free.site), let used = place(use.site)
      else { return nil }
      return ["\(freed) frees it, \(used) uses it afterwards"]
    },
    examples: [
      Example(log: CauseExamples.freed(title: "heap-use-after-free"), holds: true),
      // A race with a free: either may come first.
      Example(log: CauseExamples.freed(), holds: false),
      // Who freed it is not in the log.
      Example(log: CauseExamples.freed(title: "heap-use-after-free", by: "<null> <null>"), holds: false),
    ])
}
