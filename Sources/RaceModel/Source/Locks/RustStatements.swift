/// Takes the statements of a function in Rust apart.
///
/// A guard that has no name is held to the end of its statement, of the `match`, the `if let` or the `for` that begins
/// with it. Where that depends on the edition, nothing is said.
struct RustStatements: StatementReader {
  static let deepest = 40

  let source: FunctionSource
  let function: LockFunction
  let readers: RustLockNames
  /// The guards that can be named, the innermost block last; -1 for a name that is something else.
  var scopes: [[String: Int]] = [[:]]
  /// The guards without a name that the statements around hold.
  var temporaries: [[Int]] = [[]]
  /// Whether a closure was made that does something to a lock that cannot be told.
  var hasOddClosure = false
  var position: Int
  var end: Int
  var depth: Int

  private init(_ source: FunctionSource, _ readers: RustLockNames, _ words: Range<Int>, depth: Int) {
    self.source = source
    self.readers = readers
    self.depth = depth
    function = LockFunction(words: words, code: source.code)
    (position, end) = (words.lowerBound, words.upperBound)
  }

  /// The function around a line; nil where it cannot be read.
  static func function(around line: Int, in text: SourceText) -> LockFunction? {
    guard let found = RustFunctionFinder.find(line, in: text), let matches = BracketMatches(found.body) else {
      return nil
    }
    let source = FunctionSource(code: found.body, matches: matches, head: found.head)
    let body = 1..<(found.body.count - 1)
    let made = try? function(source, RustLockNames(text), body, depth: 0)
    made?.isGivenGuard = found.head.contains { $0.text.hasSuffix("Guard") }
    return made
  }

  /// Reads a body, braces left out.
  static func function(
    _ source: FunctionSource, _ readers: RustLockNames, _ words: Range<Int>, depth: Int
  ) throws(Unreadable) -> LockFunction {
    guard depth < deepest else { throw Unreadable() }
    var statements = RustStatements(source, readers, words, depth: depth)
    let nodes = try statements.all(until: words.upperBound)
    let guards = statements.scopes.first.map { Self.guards($0) } ?? []
    statements.function.root = .block(nodes, LockNode.Scope(guards: guards, words: words))
    guard statements.function.findMentions() else { throw Unreadable() }
    return statements.function
  }

  private static func guards(_ scope: [String: Int]) -> [Int] {
    scope.values.filter { $0 >= 0 }.sorted(by: >)
  }

  // MARK: Blocks

  mutating func openScope() {
    scopes.append([:])
    temporaries.append([])
  }

  mutating func closeScope(_ nodes: [LockNode], from start: Int) -> LockNode {
    let guards = scopes.popLast().map { Self.guards($0) } ?? []
    let held = temporaries.popLast() ?? []
    return .block(nodes, LockNode.Scope(guards: guards + held, words: start..<position))
  }

  /// What a statement or a condition does, with the guards without a name that end with it.
  mutating func ending(
    _ read: (inout RustStatements) throws(Unreadable) -> [LockNode]
  ) throws(Unreadable) -> LockNode {
    temporaries.append([])
    let start = position
    let nodes = try read(&self)
    let held = temporaries.popLast() ?? []
    return .block(nodes, LockNode.Scope(guards: held, words: start..<start))
  }

  // MARK: Statements

  mutating func statement() throws(Unreadable) -> [LockNode] {
    if isSign(";") {
      position += 1
      return []
    }
    // `#[allow(...)]`
    if isSign("#"), isSign("[", at: position + 1) {
      position = source.matches[position + 1] + 1
      return []
    }
    if try skipItem() { return [] }
    if isWord("let") { return try declaration() }
    return try expressionStatement()
  }

  /// Skips a function, a type, an import: nothing in it runs here.
  private mutating func skipItem() throws(Unreadable) -> Bool {
    guard code[position].word.kind == .keyword else { return false }
    let items: Set<String> = [
      "fn", "struct", "enum", "impl", "trait", "mod", "use", "const", "static", "type", "extern",
    ]
    var first = position
    while first < end, ["pub", "unsafe", "async"].contains(code[first].text) { first += 1 }
    guard first < end, items.contains(code[first].text) else { return false }
    let start = position
    var index = first
    while index < end, !code[index].isSign(";") {
      if code[index].isSign("{") {
        index = source.matches[index]
        break
      }
      index = source.matches.next(index)
    }
    position = min(index + 1, end)
    // Code in it is that of another function, which is not looked at.
    function.steps.append(LockStep(words: start..<position, closures: [start..<position]))
    return true
  }

  private mutating func declaration() throws(Unreadable) -> [LockNode] {
    guard let stop = find(";", from: position, before: end) else { throw Unreadable() }
    let start = position
    guard let equals = find("=", from: position, before: stop) else {
      shadow(start..<stop)
      position = stop + 1
      return []
    }
    let pattern = (start + 1)..<equals
    if let nodes = try guardDeclaration(pattern, (equals + 1)..<stop) {
      position = stop + 1
      return nodes
    }
    let node = try ending { (reader) throws(Unreadable) in
      reader.position = equals + 1
      return try reader.expression(until: stop, isDeclaration: true)
    }
    shadow(pattern)
    position = stop + 1
    return [node]
  }

  /// Takes names as those of something that is no guard.
  func names(in pattern: Range<Int>) -> [String] {
    let type = find(":", from: pattern.lowerBound, before: pattern.upperBound) ?? pattern.upperBound
    return code[pattern.lowerBound..<type].filter(\.isName).map(\.text)
  }

  private mutating func shadow(_ pattern: Range<Int>) {
    for name in names(in: pattern) where visibleGuard(name) != nil { bind(name, to: -1) }
  }

  /// Gives a name to a guard, or to anything else by -1. One that had the name is still there, without it.
  mutating func bind(_ name: String, to number: Int) {
    let last = scopes.count - 1
    if let old = scopes[last][name], old >= 0 { scopes[last]["guard \(old)"] = old }
    scopes[last][name] = number
  }

  func visibleGuard(_ name: String) -> Int? {
    guard let number = scopes.last(where: { $0[name] != nil })?[name], number >= 0 else { return nil }
    return number
  }

  private mutating func expressionStatement() throws(Unreadable) -> [LockNode] {
    let first = code[position]
    let isBlockLike =
      first.isSign("{")
      || (first.word.kind == .keyword && ["if", "match", "while", "loop", "for"].contains(first.text))
      || (first.isKeyword("unsafe") && isSign("{", at: position + 1)) || isLabel(position)
    if isBlockLike {
      var nodes = [try ending { (reader) throws(Unreadable) in [try reader.construct()] }]
      // `match x {...}.run();`, `if a {1} else {2} + 3`: the construct was only a part.
      if position < end, code[position].isSign(".") || code[position].isSign("?") {
        let stop = find(";", from: position, before: end) ?? end
        nodes.append(
          try ending { (reader) throws(Unreadable) in try reader.expression(until: stop) })
        position = min(stop + 1, end)
      }
      return nodes
    }
    let stop = find(";", from: position, before: end)
    let last = stop ?? end
    if let stop, let node = recogniseDrop(position..<stop) {
      position = stop + 1
      return [node]
    }
    let isTail = stop == nil
    let node = try ending { (reader) throws(Unreadable) in try reader.expression(until: last) }
    position = min(last + 1, end)
    guard isTail, depth > 0, case .block(let nodes, let scope) = node, !scope.guards.isEmpty else {
      return [node]
    }
    // What the last expression of a block holds ends before or behind its variables, by the edition.
    let doubt = LockStep(
      words: last..<last, actions: scope.guards.map { .attempt(lock: function.guards[$0]) })
    return [.block(nodes, LockNode.Scope()), keep(doubt)]
  }

  func isLabel(_ index: Int) -> Bool {
    index + 1 < end && code[index].word.kind == .sign && code[index].text.hasPrefix("'")
      && code[index + 1].isSign(":")
  }
}
