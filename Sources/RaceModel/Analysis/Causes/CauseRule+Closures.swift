extension CauseRule {
  /// A variable that a closure uses and source files show to be what the race is on. The log alone cannot
  /// tell it from what a captured variable points to.
  static let capturedVariable = CauseRule(
    kind: .capturedVariable,
    evidence: { facts in
      guard let (first, second) = facts.pair, let variable = facts.variable,
        case .heap = facts.subject?.kind, let address = first.access.address,
        address == second.access.address, let closure = closure(first, second)
      else { return nil }
      let (assigning, other) = variable.side == .a ? (first, second) : (second, first)
      guard let line = place(assigning.site), let use = place(other.site) else { return nil }
      let used = line == use ? "" : ", \(use) uses it"
      return ["\(line) assigns \(variable.name)\(used)", closure]
    },
    examples: CauseExamples.captures)

  /// A closure and the function around it, or two closures of one function, use the same memory of the
  /// heap: by a variable that the closure captures, or by what one points to.
  static let sharedWithClosure = CauseRule(
    kind: .sharedWithClosure,
    evidence: { facts in
      guard facts.variable == nil, facts.program == .goProgram, let (first, second) = facts.pair,
        case .heap = facts.subject?.kind, first.lead.isEmpty, second.lead.isEmpty,
        let address = first.access.address, address == second.access.address,
        let closure = closure(first, second), let name = first.site?.function, name != second.site?.function
      else { return nil }
      let declared = GoFunctionName(name).declared
      guard isWithin(declared, first), isWithin(declared, second) else { return nil }
      return [closure, "both use \(address), which is in Go's heap"]
    },
    examples: CauseExamples.closures)

  /// In words how two sites belong together, when they stand in the same declared function and a closure
  /// of it is among them.
  private static func closure(_ first: CauseFacts.Side, _ second: CauseFacts.Side) -> String? {
    guard let one = first.site?.function, let two = second.site?.function else { return nil }
    let (name, other) = (GoFunctionName(one), GoFunctionName(two))
    guard name.declared == other.declared, name.isClosure || other.isClosure else { return nil }
    if one == two { return "\(one) is a closure of \(name.declared)" }
    if name.isClosure, other.isClosure { return "\(one) and \(two) are closures of \(name.declared)" }
    return "\(name.isClosure ? one : two) is a closure of \(name.declared)"
  }

  /// `main.go:26`
  private static func place(_ site: Frame?) -> String? {
    guard let file = site?.fileName, let line = site?.line else { return nil }
    return "\(file):\(line)"
  }

  /// Whether nothing but closures of a function stands between the access and that function, or the
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
