/// Takes the statements of a function in C or C++ apart.
struct CStatements: StatementReader {
  /// Words that say which way a function goes.
  static let control: Set<String> = [
    "if", "else", "while", "for", "do", "switch", "case", "default", "return", "break", "continue", "goto",
    "try",
    "catch", "throw", "co_await", "co_return", "co_yield", "asm",
  ]
  static let deepest = 47

  let source: FunctionSource
  let function: LockFunction
  /// The guards that can be named, the innermost block last.
  var scopes: [[String: Int]] = [[:]]
  /// All names of guards in this function.
  var guardNames: Set<String> = []
  var position: Int
  var end: Int
  var depth: Int

  private init(_ source: FunctionSource, _ words: Range<Int>, depth: Int) {
    self.source = source
    self.depth = depth
    function = LockFunction(words: words, code: source.code)
    (position, end) = (words.lowerBound, words.upperBound)
  }

  /// Reads a body, braces left out.
  static func function(
    _ source: FunctionSource, _ words: Range<Int>, depth: Int
  ) throws(Unreadable) -> LockFunction {
    guard depth <= deepest else { throw Unreadable() }
    var statements = CStatements(source, words, depth: depth)
    let nodes = try statements.all(until: words.upperBound)
    let guards = statements.scopes.first.map { Array($0.values) } ?? []
    statements.function.root = .block(nodes, LockNode.Scope(guards: guards.sorted(by: >), words: words))
    statements.function.guardNames = statements.guardNames
    if depth == 0,
      source.head.contains(where: { CLockCalls.guards[$0.text] != nil || $0.text.hasSuffix("Guard") })
    {
      statements.function.isGivenGuard = true
    }
    guard statements.function.findMentions() else { throw Unreadable() }
    return statements.function
  }

  // MARK: Words

  private mutating func expect(_ sign: String) throws(Unreadable) {
    guard isSign(sign) else { throw Unreadable() }
    position += 1
  }

  // MARK: Statements

  /// One statement as a block by itself.
  private mutating func single() throws(Unreadable) -> LockNode {
    guard depth < Self.deepest else { throw Unreadable() }
    let start = position
    openScope()
    depth += 1
    let nodes = try statement()
    depth -= 1
    return closeScope(nodes, from: start)
  }

  mutating func openScope() { scopes.append([:]) }

  mutating func closeScope(_ nodes: [LockNode], from start: Int) -> LockNode {
    let guards = scopes.popLast().map { $0.values.sorted(by: >) } ?? []
    return .block(nodes, LockNode.Scope(guards: guards, words: start..<position))
  }

  mutating func statement() throws(Unreadable) -> [LockNode] {
    // `[[likely]]`
    if isSign("["), position + 1 < end, code[position + 1].isSign("[") {
      position = source.matches[position] + 1
    }
    guard position < end else { return [] }
    let word = code[position]
    switch word.text {
    case "{" where word.word.kind == .sign: return [try block()]
    case ";" where word.word.kind == .sign:
      position += 1
      return []
    case _ where word.word.kind == .keyword: return try keyword(word.text)
    default: break
    }
    if word.isName, position + 1 < end {
      if code[position + 1].isSign(":") {
        position += 2
        return [.label(word.text)]
      }
      if code[position + 1].isSign("("), let node = try macro(word.text) { return [node] }
    }
    return try expression()
  }

  private mutating func keyword(_ word: String) throws(Unreadable) -> [LockNode] {
    switch word {
    case "if": return [try branch()]
    case "while": return [try whileLoop()]
    case "for": return [try forLoop()]
    case "do": return [try doLoop()]
    case "switch": return [try clauses()]
    case "try": return [try attempt()]
    case "return", "throw": return try expression() + [.leave(.function)]
    case "break", "continue":
      position += 1
      try expect(";")
      return [.leave(word == "break" ? .breaking("") : .continuing(""))]
    case "goto":
      guard position + 2 < end, code[position + 1].isName, code[position + 2].isSign(";") else {
        throw Unreadable()
      }
      position += 3
      return [.leave(.jump(code[position - 2].text))]
    case "case", "default", "else", "catch", "asm", "co_await", "co_return", "co_yield": throw Unreadable()
    default: return word.hasPrefix("@") ? try unreadable() : try expression()
    }
  }

  private func unreadable() throws(Unreadable) -> [LockNode] { throw Unreadable() }

  /// What is in brackets, as steps: a condition, behind statements of its own.
  private mutating func condition() throws(Unreadable) -> [LockNode] {
    guard isSign("(") else { throw Unreadable() }
    let close = source.matches[position]
    var nodes: [LockNode] = []
    position += 1
    while position < close {
      let stop = find(";", from: position, before: close) ?? close
      nodes += [try step(position..<stop, endsWithSign: stop < close)]
      position = min(stop + 1, close)
    }
    position = close + 1
    return nodes
  }

  private mutating func branch() throws(Unreadable) -> LockNode {
    let start = position
    position += 1
    if isWord("constexpr") { position += 1 }
    openScope()
    let head = try condition()
    let then = try single()
    guard isWord("else") else { return closeScope(head + [.choice([then], isComplete: false)], from: start) }
    position += 1
    let other = try single()
    return closeScope(head + [.choice([then, other], isComplete: true)], from: start)
  }

  private func isAlways(_ words: Range<Int>) -> Bool {
    words.isEmpty || (words.count == 1 && ["1", "true"].contains(code[words.lowerBound].text))
  }

  private mutating func whileLoop() throws(Unreadable) -> LockNode {
    let start = position
    position += 1
    guard isSign("(") else { throw Unreadable() }
    let isEndless = isAlways((position + 1)..<source.matches[position])
    openScope()
    let head = try condition()
    let body = try single()
    let loop = LockNode.Loop(head: .block(head, LockNode.Scope()), body: body, isEndless: isEndless)
    return closeScope([.loop(loop)], from: start)
  }

  private mutating func doLoop() throws(Unreadable) -> LockNode {
    position += 1
    let body = try single()
    guard isWord("while") else { throw Unreadable() }
    position += 1
    guard isSign("(") else { throw Unreadable() }
    let isEndless = isAlways((position + 1)..<source.matches[position])
    let head = try condition()
    if isSign(";") { position += 1 }
    return .loop(
      LockNode.Loop(head: .block(head, LockNode.Scope()), body: body, testsFirst: false, isEndless: isEndless)
    )
  }

  private mutating func forLoop() throws(Unreadable) -> LockNode {
    let start = position
    position += 1
    guard isSign("(") else { throw Unreadable() }
    let close = source.matches[position]
    openScope()
    position += 1
    let first = find(";", from: position, before: close) ?? close
    var nodes = [try step(position..<first, endsWithSign: first < close)]
    var loop = LockNode.Loop(head: nil, body: .block([], LockNode.Scope()))
    if first < close {
      position = first + 1
      let second = find(";", from: position, before: close)
      // `for (auto x = f(); auto& y : x)`: a loop over something behind a statement.
      guard let second else { throw Unreadable() }
      loop.isEndless = isAlways(position..<second)
      loop.head = try step(position..<second, endsWithSign: false)
      loop.tail = try step((second + 1)..<close, endsWithSign: false)
    } else {
      // Each round takes the next element by the words that made the first one.
      loop.head = nodes[0]
      nodes = []
    }
    position = close + 1
    loop.body = try single()
    return closeScope(nodes + [.loop(loop)], from: start)
  }

  private mutating func clauses() throws(Unreadable) -> LockNode {
    let start = position
    position += 1
    openScope()
    let head = try condition()
    guard isSign("{") else { throw Unreadable() }
    let close = source.matches[position]
    position += 1
    var clauses: [LockNode] = []
    var hasDefault = false
    while position < close {
      guard isWord("case") || isWord("default") else { throw Unreadable() }
      hasDefault = hasDefault || isWord("default")
      while position < close, !code[position].isSign(":") { position += 1 }
      position += 1
      var nodes: [LockNode] = []
      let saved = end
      end = close
      while position < close, !isWord("case"), !isWord("default") { nodes += try statement() }
      end = saved
      // Guards between two clauses cannot be there: nobody may jump over them.
      clauses.append(.block(nodes, LockNode.Scope()))
    }
    position = close + 1
    return closeScope(head + [.clauses(clauses, fallsThrough: true, isComplete: hasDefault)], from: start)
  }

  private mutating func attempt() throws(Unreadable) -> LockNode {
    position += 1
    let body = try block()
    var handlers: [LockNode] = []
    while isWord("catch") {
      position += 1
      let head = try condition()
      handlers.append(.block(head + [try block()], LockNode.Scope()))
    }
    return .attempt(body, catches: handlers)
  }

  /// A macro that looks like a statement with a body: a loop, or `scoped_guard`.
  private mutating func macro(_ name: String) throws(Unreadable) -> LockNode? {
    let close = source.matches[position + 1]
    guard close + 1 < end else { return nil }
    let next = code[close + 1]
    let isLoop = name.lowercased().contains("for_each") || name.lowercased().contains("foreach")
    if isLoop, !next.isSign(";") {
      let start = position
      openScope()
      var head = try step(position..<(close + 1), endsWithSign: false)
      // Such a macro assigns the names that it is given.
      let names = CArguments((position + 2)..<close, of: source).all.filter { $0.count == 1 }
      if case .step(let number) = head {
        function.steps[number].assigned = Set(names.map { code[$0.lowerBound].text })
      }
      head = .block([head], LockNode.Scope())
      position = close + 1
      let body = try single()
      return closeScope([.loop(LockNode.Loop(head: head, body: body))], from: start)
    }
    guard name == "scoped_guard", next.isSign("{"), let taken = kernelGuard(position + 1, at: position) else {
      return nil
    }
    let start = position
    openScope()
    let number = addGuard(named: nil, taken)
    let step = keep(LockStep(words: position..<(close + 1), actions: [take(number, taken)]))
    position = close + 1
    return closeScope([step, try block()], from: start)
  }

  private mutating func expression() throws(Unreadable) -> [LockNode] {
    let start = position
    var index = position
    while index < end, !code[index].isSign(";") {
      let word = code[index]
      if index > start, word.word.kind == .keyword, Self.control.contains(word.text), word.text != "default" {
        throw Unreadable()
      }
      guard source.matches[index] == -1 || source.matches[index] > index else { throw Unreadable() }
      index = source.matches.next(index)
    }
    let node = try step(start..<index, endsWithSign: index < end)
    position = min(index + 1, end)
    return Self.endsProgram(code[start..<index]) ? [node, .leave(.function)] : [node]
  }

  /// Whether a call never comes back.
  private static func endsProgram(_ words: ArraySlice<CodeWord>) -> Bool {
    let names = words.prefix { !$0.isSign("(") }.map(\.text).joined()
    return ["abort", "std::abort", "exit", "_exit", "std::exit", "std::terminate", "__builtin_unreachable"]
      .contains(names) && words.last?.isSign(")") == true
  }

  // MARK: Guards

  /// The guard with a name; nil where none has it.
  func visibleGuard(_ name: String) -> Int? { scopes.last { $0[name] != nil }?[name] }

  /// Keeps a guard with its lock in the block that is read; its number.
  mutating func addGuard(named name: String?, _ lock: TakenLock) -> Int {
    function.guards.append(lock.path.name)
    function.name(lock.path)
    let number = function.guards.count - 1
    let key = name ?? "guard \(number)"
    if name != nil { guardNames.insert(key) }
    scopes[scopes.count - 1][key] = number
    return number
  }

  func take(_ number: Int, _ lock: TakenLock) -> LockStep.Action {
    .take(
      LockHold(kind: lock.kind, isRead: lock.isRead, line: lock.line, owner: number), lock: lock.path.name)
  }
}
