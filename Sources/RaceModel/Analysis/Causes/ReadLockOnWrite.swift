extension Cause.Kind {
  /// A lock was held to read while writing.
  package static let readLockOnWrite = Cause.Kind(
    "read-lock-on-write", "read lock on a write", isAboutLocks: true)
}

extension CauseRule {
  /// The lock that both held was held to read only; or the source has no other lock where one side writes.
  static let readLockOnWrite = CauseRule(
    kind: .readLockOnWrite,
    evidence: { facts in
      if let evidence = written(facts) { return evidence }
      guard facts.verdict == .readLockOnWrite, let (first, second) = facts.pair else { return nil }
      return [first, second].filter { $0.access.operation != .read }.map {
        "\($0.words) held \(facts.locks($0))"
      }
    },
    examples: CauseExamples.locks(.readLockOnWrite) + [
      Example(
        log: CauseExamples.go(at: "0x00c00001a0f0", write: "main.Load app.go:7", read: "main.Load app.go:7"),
        source: CauseExamples.function("c.mu.RLock()", "c.n++", "c.mu.RUnlock()"), holds: true),
      Example(
        log: CauseExamples.go(at: "0x00c00001a0f0", write: "main.Load app.go:7", read: "main.Load app.go:7"),
        source: CauseExamples.function("c.mu.Lock()", "c.n++", "c.mu.Unlock()"), holds: false),
    ])

  /// What the source says: the side that writes holds locks only to read, and so does the other one, if any.
  private static func written(_ facts: CauseFacts) -> [String]? {
    guard let (first, second) = facts.pair, let one = facts.testimony.locks.a,
      let two = facts.testimony.locks.b,
      one.isWhole, two.isWhole, !one.held.isEmpty, !two.held.isEmpty
    else { return nil }
    let writers = [(first, one), (second, two)].filter { $0.0.access.operation != .read }
    guard !writers.isEmpty, writers.allSatisfy({ $0.1.held.allSatisfy(\.isRead) }) else { return nil }
    return writers.map { side, locks in
      "\(side.words) holds \(locks.held.map(\.name).joined(separator: ", ")) only to read"
    }
  }
}
