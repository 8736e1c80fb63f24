extension Cause.Kind {
  /// A closure that runs in another goroutine shares memory with the function around it, or with another
  /// closure of it: a captured variable, or what one points to.
  package static let sharedWithClosure = Cause.Kind("shared-with-closure", "shared with a closure")
}

extension CauseRule {
  /// A closure and the function around it, or two closures of one function, use the same memory of the
  /// heap: by a variable that the closure captures, or by what one points to.
  static let sharedWithClosure = CauseRule(
    kind: .sharedWithClosure,
    evidence: { facts in
      guard facts.testimony.variable == nil, facts.program == .goProgram, let (first, second) = facts.pair,
        case .heap = facts.subject?.kind, first.lead.isEmpty, second.lead.isEmpty,
        let address = first.access.address, address == second.access.address,
        let closure = closure(first, second), let name = first.site?.function, name != second.site?.function
      else { return nil }
      let declared = GoFunctionName(name).declared
      guard isWithin(declared, first), isWithin(declared, second) else { return nil }
      return [closure, "both use \(address), which is in Go's heap"]
    },
    examples: [
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "main.main.func1 app.go:11", read: "main.main app.go:15"),
        holds: true),
      // The program says more.
      Example(
        log: CauseExamples.closureReport, source: CauseExamples.program("n := 0", "n++", "n"), holds: false),
      Example(
        log: CauseExamples.closureReport, source: CauseExamples.program("r := &result{}", "r.n = 1", "r.n"),
        holds: true),
      // A callback gets the memory from whoever calls it.
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "main.main.func1 app.go:11;main.apply app.go:30",
          read: "main.main app.go:15"),
        holds: false),
      // A variable of the package is not captured.
      Example(
        log: CauseExamples.go(
          at: "0x00000060b318", write: "main.main.func1 app.go:11", read: "main.main app.go:15"),
        holds: false),
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "main.run.func1 app.go:11", read: "main.main app.go:15"),
        holds: false),
    ])

  /// Whether nothing but closures of a function is between the access and that function, or the
  /// start of the goroutine. A closure that others call may get the memory as an argument.
  private static func isWithin(_ declared: Substring, _ side: CauseFacts.Side) -> Bool {
    // The body of a loop over a function belongs to the function around it.
    var isLoopBody = false
    for function in side.stack.lazy.map({ $0.function ?? "" }) {
      let name = GoFunctionName(function)
      if name.declared == declared {
        if !name.isClosure { return true }
        isLoopBody = function.contains("-range")
      } else if !isLoopBody {
        return function.hasPrefix("testing.") || function.hasPrefix("time.")
      }
    }
    return !isLoopBody
  }
}
