extension Cause.Kind {
  /// A lock was held to read while writing.
  public static let readLockOnWrite = Cause.Kind(
    "read-lock-on-write", "read lock on a write", isAboutLocks: true)
}

extension CauseRule {
  /// The lock that both held was held to read only.
  static let readLockOnWrite = CauseRule(
    kind: .readLockOnWrite,
    evidence: { facts in
      guard facts.verdict == .readLockOnWrite, let (first, second) = facts.pair else { return nil }
      return [first, second].filter { $0.access.operation != .read }.map { "\($0.words) held \(locks($0))" }
    },
    examples: CauseExamples.locks(.readLockOnWrite))
}
