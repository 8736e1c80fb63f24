extension CauseRule {
  /// A test's log is used while or after the test ends.
  static let testLogAfterEnd = CauseRule(
    kind: .testLogAfterEnd,
    evidence: { facts in
      guard facts.report.detector == .go, let (first, second) = facts.pair else { return nil }
      for (side, other) in [(first, second), (second, first)] {
        guard let log = side.lead(where: isTestLog), other.lead(where: isTestLog) == nil,
          let end = other.lead(where: { $0.hasPrefix("testing.tRunner") || $0.hasPrefix("testing.(*") })
        else { continue }
        return ["\(log) in \(side.words)", "\(end) in \(other.words)"]
      }
      return nil
    },
    examples: CauseExamples.testLogs)

  private static func isTestLog(_ name: String) -> Bool {
    ["log", "Log", "Error", "Fatal", "Skip"].contains { name.hasPrefix("testing.(*common).\($0)") }
  }

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
    examples: CauseExamples.packageVariables)

  /// Two tests that the runner started and that ran at the same time.
  static let parallelTests = CauseRule(
    kind: .parallelTests,
    evidence: { facts in
      guard facts.report.detector == .go, let (first, second) = facts.pair,
        first.access.thread != second.access.thread,
        first.creation.first?.function == "testing.(*T).Run",
        second.creation.first?.function == "testing.(*T).Run"
      else { return nil }
      let place = first.creation.first { !$0.isPlumbing }
      let other = second.creation.first { !$0.isPlumbing }
      if let function = place?.function, let line = place?.line, let file = place?.fileName, place == other {
        return ["both goroutines are subtests, started in \(function) at \(file):\(line)"]
      }
      return ["both goroutines were started by testing.(*T).Run"]
    },
    examples: CauseExamples.parallelTests)

  /// A closure and the function around it, or two closures of one function, in memory of the heap: a
  /// local variable moves there when a closure captures it.
  static let capturedVariable = CauseRule(
    kind: .capturedVariable,
    evidence: { facts in
      guard facts.report.detector == .go, let (first, second) = facts.pair,
        case .heap = facts.subject?.kind, first.lead.isEmpty, second.lead.isEmpty,
        let address = first.access.address, address == second.access.address,
        let one = first.site?.function, let two = second.site?.function
      else { return nil }
      let (name, other) = (GoFunctionName(one), GoFunctionName(two))
      guard name.declared == other.declared, name.isClosure || other.isClosure, one != two,
        isWithin(name.declared, first), isWithin(name.declared, second)
      else { return nil }
      return ["\(one) and \(two) share the variables of \(name.declared)", "\(address) is in Go's heap"]
    },
    examples: CauseExamples.captures)

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

  /// The same function reads and, a few lines on, writes; its name says what for.
  static let lazyInitialization = CauseRule(
    kind: .lazyInitialization,
    evidence: { facts in
      guard let (first, second) = facts.pair,
        let (read, write) = ordered(first, second), let site = read.site, let target = write.site,
        let function = site.function, function == target.function, site.file == target.file,
        let line = site.line, let targetLine = target.line, (0...6).contains(targetLine - line),
        isLazyName(function)
      else { return nil }
      return ["\(function) reads at line \(line) and writes at line \(targetLine)"]
    },
    examples: CauseExamples.lazy)

  private static func ordered(
    _ first: CauseFacts.Side, _ second: CauseFacts.Side
  ) -> (read: CauseFacts.Side, write: CauseFacts.Side)? {
    if first.access.operation == .read, second.access.operation == .write { return (first, second) }
    if first.access.operation == .write, second.access.operation == .read { return (second, first) }
    return nil
  }

  private static func isLazyName(_ function: String) -> Bool {
    let base = GoFunctionName(function).base.split(separator: "(").first?.split(separator: ":").last ?? ""
    let name = base.lowercased()
    return [
      "instance", "singleton", "lazy", "getor", "get_or", "ensure", "initonce", "init_once", "lazyinit",
    ]
    .contains { name.contains($0) }
  }

  /// Freed memory, a destructor or the table of virtual functions on one side.
  static let useDuringDestruction = CauseRule(
    kind: .useDuringDestruction,
    evidence: { facts in
      guard let (first, second) = facts.pair else { return nil }
      switch facts.report.kind {
      case .useAfterFree, .vptrUseAfterFree, .vptrRace: return [facts.report.title ?? facts.report.kind.words]
      default: break
      }
      // The last owner of a counted object frees it, ordered by fences that the detector does not see.
      // What locks do is atomic, too, and no such count.
      let isCounted = [first, second].contains { side in
        side.access.isAtomic && side.lead { $0.hasPrefix("pthread_") } == nil
      }
      if isCounted { return nil }
      for side in [first, second] {
        if isDestroying(side) { return ["\(side.words) frees or destroys it"] }
        if let name = side.site?.function, name.contains("::~") || name.hasPrefix("~") {
          return ["\(name) in \(side.words)"]
        }
      }
      return nil
    },
    examples: CauseExamples.destruction)

  /// The detector says that a sleep made the order.
  static let orderedBySleep = CauseRule(
    kind: .orderedBySleep,
    evidence: { facts in
      guard facts.pair != nil else { return nil }
      let section = facts.report.sections.first { $0.title.contains("synchronized via sleep") }
      return section.map { [$0.title] }
    },
    examples: CauseExamples.sleeps)
}
