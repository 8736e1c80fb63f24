extension CauseRule {
  /// The same function reads and, a few lines on, writes; its name says what for.
  static let lazyInitialization = CauseRule(
    kind: .lazyInitialization,
    evidence: { facts in
      guard let (first, second) = facts.pair,
        let (read, write) = ordered(first, second), let site = read.site, let target = write.site,
        let function = site.function, function == target.function, site.file == target.file,
        let line = site.line, let targetLine = target.line, (1...6).contains(targetLine - line),
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

  /// Whether the words of a name say that something is made when it is first asked for.
  private static func isLazyName(_ function: String) -> Bool {
    let base = GoFunctionName(function).base.split(separator: "(").first?.split(separator: ":").last ?? ""
    let words = words(of: base)
    if words.last == "instance" { return true }
    let phrases = [
      "singleton", "lazy", "lazily", "get_or_create", "get_or_make", "get_or_new", "get_or_init",
      "get_or_load",
      "init_once", "ensure_init", "ensure_initialized", "ensure_loaded",
    ]
    let name = "_" + words.joined(separator: "_") + "_"
    return phrases.contains { name.contains("_\($0)_") }
  }

  /// `get`, `or`, `create` of `getOrCreate` and of `get_or_create`.
  private static func words(of name: Substring) -> [String] {
    var words: [String] = [""]
    for character in name {
      if character == "_" || character.isUppercase { words.append("") }
      if character != "_" { words[words.count - 1] += character.lowercased() }
    }
    return words.filter { !$0.isEmpty }
  }

  /// Freed memory, a destructor or the table of virtual functions on one side.
  static let useDuringDestruction = CauseRule(
    kind: .useDuringDestruction,
    evidence: { facts in
      guard let (first, second) = facts.pair else { return nil }
      switch facts.report.kind {
      case .useAfterFree, .vptrUseAfterFree: return [facts.report.title ?? facts.report.kind.words]
      case .vptrRace:
        // A constructor writes the table's address, too.
        return [first, second].lazy.compactMap(destructor).first
      default: break
      }
      // The last owner of a counted object frees it, ordered by fences that the detector does not see.
      // What locks do is atomic, too, and no such count.
      let isCounted = [first, second].contains { side in
        side.access.isAtomic && side.lead { $0.hasPrefix("pthread_") } == nil
      }
      if isCounted { return nil }
      for (side, other) in [(first, second), (second, first)] {
        if isDestroying(side) { return ["\(side.words) frees or destroys it"] }
        // What else a destructor writes may belong to something that stays.
        if other.access.operation == .read, side.access.operation == .write, isTypeOfBlock(facts),
          let evidence = destructor(side)
        {
          return evidence + ["it begins the allocated block, where an object keeps its type"]
        }
      }
      return nil
    },
    examples: CauseExamples.destruction)

  private static func destructor(_ side: CauseFacts.Side) -> [String]? {
    let names = (side.lead + [side.site].compactMap(\.self)).lazy.compactMap(\.function)
    let name = names.first { $0.contains("::~") || $0.hasPrefix("~") }
    return name.map { ["\($0) in \(side.words)"] }
  }

  /// Whether the accesses are to an address at the beginning of an allocated block, where C++ keeps the
  /// address of the table of virtual functions.
  private static func isTypeOfBlock(_ facts: CauseFacts) -> Bool {
    guard let location = facts.report.locations.first, location.kind == .heap,
      let address = facts.sides.lazy.compactMap(\.access.address).first
    else { return false }
    return location.address?.value == address.value && facts.sides.allSatisfy { $0.access.size == 8 }
  }
}
