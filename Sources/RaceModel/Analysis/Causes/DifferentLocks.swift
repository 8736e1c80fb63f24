extension Cause.Kind {
  /// Both sides held locks, but not the same.
  public static let differentLocks = Cause.Kind("different-locks", "different locks", isAboutLocks: true)
}

extension CauseRule {
  /// Both sides held locks, none of them the same.
  static let differentLocks = CauseRule(
    kind: .differentLocks,
    evidence: { facts in
      guard facts.verdict == .disjoint, let (first, second) = facts.pair else { return nil }
      return ["\(first.words) held \(locks(first))", "\(second.words) held \(locks(second))"]
    },
    examples: CauseExamples.locks(.disjoint))
}
