extension Cause.Kind {
  /// One side is atomic, the other plain.
  package static let mixedAtomic = Cause.Kind("mixed-atomic", "atomic and plain access mixed")
}

extension CauseRule {
  /// One side is atomic, the other plain.
  static let mixedAtomic = CauseRule(
    kind: .mixedAtomic,
    evidence: { facts in
      guard facts.report.kind == .dataRace, let (first, second) = facts.pair else { return nil }
      let atomic = [first, second].map(isAtomic)
      guard atomic[0] != atomic[1] else { return nil }
      let (one, other) = atomic[0] ? (first, second) : (second, first)
      // A lock or a count that is freed is used during its destruction; whoever allocates uses none.
      guard !isDestroying(other), !isAllocating(other) else { return nil }
      let name = one.lead { $0.hasPrefix("sync/atomic.") }
      return ["\(one.words) is atomic" + (name.map { " (\($0))" } ?? ""), "\(other.words) is not"]
    },
    examples: [
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "sync/atomic.AddInt64 race_amd64.s:289;main.hit app.go:11",
          read: "main.hits app.go:15"), holds: true),
      Example(
        log: CauseExamples.tsan(
          first: "Atomic write of size 4 at 0x000000000010 by thread T1", firstStack: "set() /src/app.cpp:7",
          second: "Previous write of size 4 at 0x000000000010 by main thread",
          secondStack: "main /src/app.cpp:12"),
        holds: true),
      // A lock that is freed while another thread still leaves it.
      Example(
        log: CauseExamples.tsan(
          first: "Write of size 8 at 0x7b0400000000 by main thread",
          firstStack: "free <null>;main /src/app.cpp:12",
          second: "Previous atomic write of size 4 at 0x7b0400000000 by thread T1",
          secondStack: "pthread_mutex_unlock <null>;work() /src/app.cpp:7"), holds: false),
      Example(
        log: CauseExamples.tsan(
          first: "Atomic write of size 4 at 0x7b0400000008 by thread T1",
          firstStack: "std::_Sp_counted_base::_M_release() <null>;work() /src/app.cpp:7",
          second: "Previous write of size 8 at 0x7b0400000008 by main thread",
          secondStack: "operator new(unsigned long) <null>;main /src/app.cpp:12"), holds: false),
      Example(
        log: CauseExamples.go(at: "0x00c00001a0f0", write: "main.hit app.go:11", read: "main.hits app.go:15"),
        holds: false),
    ])

  private static func isAtomic(_ side: CauseFacts.Side) -> Bool {
    side.access.isAtomic || side.lead { $0.hasPrefix("sync/atomic.") } != nil
  }
}
