extension Cause.Kind {
  /// A WaitGroup is joined or left at the wrong time.
  package static let misusedGroup = Cause.Kind("waitgroup-misuse", "WaitGroup misused")
}

extension CauseRule {
  /// The starter waits for a group that the goroutine joins itself, or leaves before its access.
  static let misusedGroup = CauseRule(
    kind: .misusedGroup,
    evidence: { facts in
      guard let starter = facts.testimony.starter, case .misusedGroup(let words) = starter.step else {
        return nil
      }
      return [words]
    },
    examples: [
      Example(
        log: StarterExamples.result,
        source: StarterExamples.program(["wg.Add(1)", "defer wg.Done()"], ["wg.Wait()"]),
        holds: true),
      Example(
        log: StarterExamples.result,
        source: StarterExamples.program(["wg.Done()", "prepare()"], ["wg.Wait()"]),
        holds: true),
      // Another group; one that is left when the function ends; nobody waits.
      Example(
        log: StarterExamples.result,
        source: StarterExamples.program(["up.Add(1)", "defer wg.Done()"], ["wg.Wait()"]),
        holds: false),
      Example(
        log: StarterExamples.result,
        source: StarterExamples.program(["defer wg.Done()", "prepare()"], ["wg.Wait()"]),
        holds: false),
      Example(
        log: StarterExamples.result,
        source: StarterExamples.program(["wg.Add(1)", "prepare()"], ["prepare()"]),
        holds: false),
    ])
}
