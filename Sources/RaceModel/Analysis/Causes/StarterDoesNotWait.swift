extension Cause.Kind {
  /// Whoever started a goroutine uses what it makes without waiting for it.
  public static let starterDoesNotWait = Cause.Kind("starter-does-not-wait", "starter does not wait")
}

extension CauseRule {
  /// The starter uses, behind the line that starts the goroutine, what the goroutine writes, and nothing between the two
  /// lines waits.
  static let starterDoesNotWait = CauseRule(
    kind: .starterDoesNotWait,
    evidence: { facts in
      guard let starter = facts.source.starter, starter.waitsForNothing, let (first, second) = facts.pair
      else {
        return nil
      }
      let (own, other) = starter.starter == .a ? (first, second) : (second, first)
      guard [.read, .write].contains(own.access.operation), other.access.operation == .write, facts.hasNoLock,
        facts.source.written?.updates[starter.starter] == nil
      else {
        return nil
      }
      let next =
        "\(starter.start) starts the goroutine that writes it, \(starter.next) goes on to \(own.access.operation.rawValue) it"
      if case .sleeps(let sleep) = starter.step {
        return [next, "\(sleep) sleeps instead of waiting for it"]
      }
      return [next]
    },
    examples: [
      Example(
        log: StarterExamples.result, source: StarterExamples.program(["", "prepare()"], ["prepare()"]),
        holds: true),
      Example(
        log: StarterExamples.result,
        source: StarterExamples.program(["", "prepare()"], ["time.Sleep(second)"]),
        holds: true),
      Example(
        log: StarterExamples.result, source: StarterExamples.program(["", "prepare()"], ["<-done"]),
        holds: false),
      Example(
        log: StarterExamples.result, source: StarterExamples.program(["", "prepare()"], ["r.mu.Lock()"]),
        holds: false),
      Example(
        log: StarterExamples.result,
        source: StarterExamples.program(["", "prepare()"], ["for range results {"]),
        holds: false),
    ])
}
