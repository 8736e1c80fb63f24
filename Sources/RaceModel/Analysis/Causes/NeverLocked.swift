extension Cause.Kind {
  /// No method of a type holds a lock where it uses the field.
  package static let neverLocked = Cause.Kind("never-locked", "its methods never lock it", isAboutLocks: true)
}

extension CauseRule {
  /// The source of all methods of the type is here, and none of their lines that use the field holds a lock.
  static let neverLocked = CauseRule(
    kind: .neverLocked,
    evidence: { facts in
      guard let uses = facts.testimony.fieldUses, uses.holdNoLock, let (first, second) = facts.pair,
        // A channel needs no lock.
        [first, second].allSatisfy({ side in
          side.lead { GoRuntimeFunction.subject($0) == .channel } == nil
        }),
        facts.testimony.locks.both.allSatisfy({ $0?.isNone == true })
      else { return nil }
      let places = uses.all.map(\.use.place.description)
      let list = places.prefix(4).joined(separator: ", ") + (places.count > 4 ? " and more" : "")
      return ["no method of \(uses.type) holds a lock where it uses \(uses.field): \(list)"]
    },
    examples: [
      Example(log: report, source: CauseExamples.store("s.n++", "return s.n"), holds: true),
      Example(
        log: report, source: CauseExamples.store("s.mu.Lock(); s.n++; s.mu.Unlock()", "return s.n"),
        holds: false),
      // Whoever calls it may hold a lock.
      Example(log: report, source: CauseExamples.store("s.lockAll(); s.n++", "return s.n"), holds: false),
      Example(
        log: report, source: CauseExamples.store("s.n++", "return s.n", also: "s.mu.Lock(); s.Put()"),
        holds: false),
      Example(
        log: report,
        source: CauseExamples.store("s.n++", "return s.n", also: "s.locked(func() {\n\ts.n = 3\n\t})"),
        holds: false),
      Example(log: report, holds: false),
    ])

  private static let report = CauseExamples.go(
    at: "0x00c00001a0f0", write: "main.(*Store).Put app.go:8;main.main.func1 app.go:17",
    read: "main.(*Store).Get app.go:12;main.main app.go:18", created: "main.main app.go:17")
}
