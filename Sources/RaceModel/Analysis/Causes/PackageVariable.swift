extension Cause.Kind {
  /// A variable of the package or program is changed, or what it was initialized with.
  package static let packageVariable = Cause.Kind("package-variable", "shared global")
}

extension CauseRule {
  /// A variable of the program itself.
  static let packageVariable = CauseRule(
    kind: .packageVariable,
    evidence: { facts in
      guard let (first, second) = facts.pair, let subject = facts.subject,
        case .global(let name) = subject.kind,
        [first, second].contains(where: { $0.access.operation != .read })
      else { return nil }
      if let name { return ["the report names the global \(name)"] }
      // Only of Go an address alone tells.
      if !subject.isInferred { return facts.report.locations.first.map { ["the report says: \($0.text)"] } }
      guard let address = first.access.address ?? second.access.address else { return nil }
      return ["\(address) is below Go's heap, where package variables are"]
    },
    words: { isWrittenWithoutLock($0) ? "global written without a lock" : nil },
    examples: [
      Example(
        log: CauseExamples.go(at: "0x00000060b318", write: "main.set app.go:11", read: "main.get app.go:15"),
        holds: true),
      Example(
        log: CauseExamples.tsan(
          first: "Write of size 4 at 0x000000000010 by thread T1", firstStack: "set() /src/app.cpp:7",
          second: "Previous read of size 4 at 0x000000000010 by main thread",
          secondStack: "main /src/app.cpp:12",
          sections: "  Location is global 'total' of size 4 at 0x000000000010 (app+0x10)\n\n"), holds: true),
      // A global without its name.
      Example(
        log: CauseExamples.tsan(
          first: "Write of size 4 at 0x000000000010 by thread T1", firstStack: "set() /src/app.cpp:7",
          second: "Previous read of size 4 at 0x000000000010 by main thread",
          secondStack: "main /src/app.cpp:12",
          sections: "  Location is global '<null>' at 0x000000000000 (app+0x10)\n\n"), holds: true),
      Example(
        log: CauseExamples.go(at: "0x00c00001a0f0", write: "main.set app.go:11", read: "main.get app.go:15"),
        holds: false),
      // Beyond the heap of every known platform.
      Example(
        log: CauseExamples.go(at: "0x7ffe00001000", write: "main.set app.go:11", read: "main.get app.go:15"),
        holds: false),
    ])
  /// Whether the report tells all locks that were held, and nobody who wrote held one.
  private static func isWrittenWithoutLock(_ facts: CauseFacts) -> Bool {
    guard facts.verdict != nil, facts.report.detector.profile.printsReadLocks,
      !facts.sides.contains(where: \.access.isAtomic)
    else { return false }
    return facts.sides.filter { $0.access.operation != .read }
      .allSatisfy { $0.access.locks.isEmpty }
  }
}
