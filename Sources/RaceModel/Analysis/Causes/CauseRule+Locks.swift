extension CauseRule {
  /// One side is atomic, the other plain.
  static let mixedAtomic = CauseRule(
    kind: .mixedAtomic,
    evidence: { facts in
      guard facts.report.kind == .dataRace, let (first, second) = facts.pair else { return nil }
      let atomic = [first, second].map(isAtomic)
      guard atomic[0] != atomic[1] else { return nil }
      let (one, other) = atomic[0] ? (first, second) : (second, first)
      // A lock or a count that is freed is used during its destruction.
      guard !isDestroying(other) else { return nil }
      let name = one.lead { $0.hasPrefix("sync/atomic.") }
      return ["\(one.words) is atomic" + (name.map { " (\($0))" } ?? ""), "\(other.words) is not"]
    },
    examples: CauseExamples.atomics)

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

  /// Both sides held locks, none of them the same.
  static let differentLocks = CauseRule(
    kind: .differentLocks,
    evidence: { facts in
      guard facts.verdict == .disjoint, let (first, second) = facts.pair else { return nil }
      return ["\(first.words) held \(locks(first))", "\(second.words) held \(locks(second))"]
    },
    examples: CauseExamples.locks(.disjoint))

  /// The lock that both held was held to read only.
  static let readLockOnWrite = CauseRule(
    kind: .readLockOnWrite,
    evidence: { facts in
      guard facts.verdict == .readLockOnWrite, let (first, second) = facts.pair else { return nil }
      return [first, second].filter { $0.access.operation != .read }.map { "\($0.words) held \(locks($0))" }
    },
    examples: CauseExamples.locks(.readLockOnWrite))

  private static func isAtomic(_ side: CauseFacts.Side) -> Bool {
    side.access.isAtomic || side.lead { $0.hasPrefix("sync/atomic.") } != nil
  }

  /// Whether a side frees memory or destroys a lock.
  static func isDestroying(_ side: CauseFacts.Side) -> Bool {
    if side.access.operation == .free { return true }
    let destroyers = [
      "free", "operator delete", "pthread_mutex_destroy", "pthread_rwlock_destroy", "pthread_cond_destroy",
    ]
    return side.lead { name in destroyers.contains { name.hasPrefix($0) } } != nil
  }

  /// `lock M1 to write, lock M2`
  private static func locks(_ side: CauseFacts.Side) -> String {
    let names = side.access.locks.map { lock in
      "lock \(lock.id)" + (lock.mode.map { " to \($0.rawValue)" } ?? "")
    }
    return names.joined(separator: ", ")
  }
}
