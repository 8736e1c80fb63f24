extension Cause.Kind {
  /// One side held a lock, the other none.
  public static let missingLock = Cause.Kind("missing-lock", "lock missing on one side", isAboutLocks: true)
}

extension CauseRule {
  /// One side held a lock, the other none.
  static let missingLock = CauseRule(
    kind: .missingLock,
    evidence: { facts in
      guard facts.verdict == .oneSide, let (first, second) = facts.pair else { return nil }
      let (held, bare) = first.access.locks.isEmpty ? (second, first) : (first, second)
      let none = facts.report.detector.profile.namesReadLocks ? "none" : "none to write"
      return ["\(held.words) held \(locks(held))", "\(bare.words) held \(none)"]
    },
    examples: CauseExamples.locks(.oneSide))
}
