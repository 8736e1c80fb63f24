extension Cause.Kind {
  /// A closure that runs in another goroutine uses a variable of the function around it.
  package static let capturedVariable = Cause.Kind("captured-variable", "captured variable")
}

extension CauseRule {
  /// A variable that a closure uses and source files show to be what the race is on. The log alone cannot
  /// tell it from what a captured variable points to.
  static let capturedVariable = CauseRule(
    kind: .capturedVariable,
    evidence: { facts in
      guard let (first, second) = facts.pair, let variable = facts.testimony.variable,
        case .heap = facts.subject?.kind, let address = first.access.address,
        address == second.access.address, let closure = closure(first, second)
      else { return nil }
      let (assigning, other) = variable.side == .a ? (first, second) : (second, first)
      guard let line = place(assigning.site), let use = place(other.site) else { return nil }
      let used = line == use ? "" : ", \(use) uses it"
      return ["\(line) assigns \(variable.name)\(used)", closure]
    },
    examples: [
      Example(
        log: CauseExamples.closureReport, source: CauseExamples.program("n := 0", "n++", "n"), holds: true),
      Example(
        log: CauseExamples.closureReport,
        source: CauseExamples.program("var err error", "err = run()", "err == nil"), holds: true),
      Example(
        log: CauseExamples.closureReport,
        source: CauseExamples.program("c := config{}", "c = load()", "c.name"), holds: true),
      // What a captured variable points to: an element, a field, what a pointer leads to.
      Example(
        log: CauseExamples.closureReport,
        source: CauseExamples.program("buf := make([]int, 8)", "buf[2] = 7", "buf[2]"), holds: false),
      Example(
        log: CauseExamples.closureReport, source: CauseExamples.program("r := &result{}", "r.n = 1", "r.n"),
        holds: false),
      Example(
        log: CauseExamples.closureReport, source: CauseExamples.program("p := new(int)", "*p = 1", "*p"),
        holds: false),
      // The element behind the others, or the variable.
      Example(
        log: CauseExamples.closureReport,
        source: CauseExamples.program("s := []int{}", "s = append(s, 1)", "s[0]"), holds: false),
      Example(
        log: CauseExamples.closureReport,
        source: CauseExamples.program("n, r := 0, &result{}", "n, r.n = 1, 2", "n"), holds: false),
      // Another variable of the same name, or none.
      Example(
        log: CauseExamples.closureReport, source: CauseExamples.program("n := 0", "n := 1; n = load()", "n"),
        holds: false),
      Example(
        log: CauseExamples.closureReport, source: CauseExamples.program("n, m := 0, 0", "n++", "m"),
        holds: false),
      // Without the program nothing tells.
      Example(log: CauseExamples.closureReport, holds: false),
      // Nor where the memory is not in the heap.
      Example(
        log: CauseExamples.go(
          at: "0x00000060b318", write: "main.main.func1 app.go:8", read: "main.main app.go:10",
          created: "main.main app.go:7"), source: CauseExamples.program("n := 0", "n++", "n"), holds: false),
    ])
}
