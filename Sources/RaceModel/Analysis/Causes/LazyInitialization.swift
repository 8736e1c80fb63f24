extension Cause.Kind {
  /// Something is made at first use by whoever comes first.
  package static let lazyInitialization = Cause.Kind("lazy-initialization", "lazy initialization")
}

extension CauseRule {
  /// What is missing is made by whoever asks for it: the source has the check and what it guards, or one function reads
  /// and, a few lines on, writes, and its name says what for.
  static let lazyInitialization = CauseRule(
    kind: .lazyInitialization,
    evidence: { facts in
      if let check = facts.testimony.check, check.isFirstUse { return evidence(check) }
      guard let (first, second) = facts.pair,
        let (read, write) = ordered(first, second), let site = read.site, let target = write.site,
        let function = site.function, function == target.function, site.file == target.file,
        let line = site.line, let targetLine = target.line, (1...6).contains(targetLine - line),
        isLazyName(function)
      else { return nil }
      return ["\(function) reads at line \(line) and writes at line \(targetLine)"]
    },
    examples: [
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "main.(*Pool).Instance pool.go:13;main.a app.go:11",
          read: "main.(*Pool).Instance pool.go:11;main.b app.go:15"), holds: true),
      // The write comes before the read, or the name says nothing.
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "main.(*Pool).Instance pool.go:11",
          read: "main.(*Pool).Instance pool.go:13"),
        holds: false),
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "main.count app.go:13", read: "main.count app.go:12"), holds: false
      ),
      // `n++`, and names that only look like it.
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "main.(*Pool).Instance p.go:11", read: "main.(*Pool).Instance p.go:11"),
        holds: false),
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "main.getOrders app.go:13", read: "main.getOrders app.go:12"),
        holds: false),
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "main.instances app.go:13", read: "main.instances app.go:12"),
        holds: false),
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "main.getOrCreate app.go:13", read: "main.getOrCreate app.go:12"),
        holds: true),
      // The check and the write; the same write twice; a check of something else.
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "main.Load app.go:7", read: "main.Load app.go:6"),
        source: CauseExamples.function("if c.x == nil {", "c.x = load()", "}", "return c.x"), holds: true),
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "main.Load app.go:7", read: "main.Load app.go:6"),
        source: CauseExamples.function("if c.y == nil {", "c.x = load()", "}", "return c.x"), holds: false),
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "main.Load app.go:9", read: "main.Load app.go:6"),
        source: CauseExamples.function("if c.x != nil {", "return c.x", "}", "c.x = load()"), holds: true),
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "main.Load app.go:9", read: "main.Load app.go:6"),
        source: CauseExamples.function("if c.x == nil {", "return c.y", "}", "c.x = load()"), holds: false),
    ])

  /// `cache.go:26 checks c.x, cache.go:27 then sets it`
  static func evidence(_ check: CheckedWrite) -> [String] {
    ["\(check.check) checks \(check.name), \(check.write) then sets it"]
  }

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
}
