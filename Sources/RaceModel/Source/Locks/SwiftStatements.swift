/// Takes the statements of a function in Swift apart.
struct SwiftStatements: StatementReader {
  static let deepest = 40
  private static let control: Set<String> = [
    "if", "else", "guard", "while", "for", "repeat", "switch", "case", "do", "catch", "defer", "fallthrough",
    "break",
    "continue",
  ]

  let source: FunctionSource
  let function: LockFunction
  /// The guards that end with the blocks that are read: locks that `defer` gives back.
  var scopes: [[Int]] = [[]]
  var position: Int
  var end: Int
  var depth = 0
  /// How many closures are around the words.
  let closureDepth: Int

  private init(_ source: FunctionSource, _ words: Range<Int>, closureDepth: Int) {
    self.source = source
    self.closureDepth = closureDepth
    function = LockFunction(words: words, code: source.code)
    (position, end) = (words.lowerBound, words.upperBound)
  }

  /// The function around a line; nil where it cannot be read.
  static func function(around line: Int, in text: SourceText) -> LockFunction? {
    guard let found = SwiftFunctionFinder.find(line, in: text), let matches = BracketMatches(found.body)
    else {
      return nil
    }
    let source = FunctionSource(code: found.body, matches: matches, head: found.head)
    let made = try? function(source, 1..<(found.body.count - 1), closureDepth: 0)
    // What is isolated to an actor runs with others kept out.
    made?.isGivenGuard = (1..<(text.lineCount + 1)).contains { number in
      text.words(number).contains { $0.text == "actor" || $0.text.hasSuffix("Actor") }
    }
    return made
  }

  /// Reads a body, braces left out.
  static func function(
    _ source: FunctionSource, _ words: Range<Int>, closureDepth: Int
  ) throws(Unreadable) -> LockFunction {
    guard closureDepth < deepest else { throw Unreadable() }
    var statements = SwiftStatements(source, words, closureDepth: closureDepth)
    statements.skipParameters()
    let nodes = try statements.all(until: words.upperBound)
    statements.function.root = .block(
      nodes, LockNode.Scope(guards: statements.scopes.first ?? [], words: words))
    guard statements.function.findMentions() else { throw Unreadable() }
    return statements.function
  }

  /// `{ [weak self] x in`
  private mutating func skipParameters() {
    guard closureDepth > 0, position < end, code[position].word.kind != .keyword || code[position].text == "_"
    else {
      return
    }
    var index = position
    let line = code[position].line
    while index < end, code[index].line == line || code[index - 1].isSign(",") {
      if code[index].isKeyword("in") {
        position = index + 1
        return
      }
      if code[index].isSign("{") { return }
      index = source.matches.next(index)
    }
  }

  // MARK: Blocks

  mutating func openScope() { scopes.append([]) }

  mutating func closeScope(_ nodes: [LockNode], from start: Int) -> LockNode {
    .block(nodes, LockNode.Scope(guards: scopes.popLast() ?? [], words: start..<position))
  }

  // MARK: Statements

  mutating func statement() throws(Unreadable) -> [LockNode] {
    if isSign(";") {
      position += 1
      return []
    }
    let word = code[position]
    if word.isSign("{") { throw Unreadable() }
    if word.isName, position + 2 < end, code[position + 1].isSign(":"),
      code[position + 2].word.kind == .keyword
    {
      position += 2
      return [try labelled(word.text)]
    }
    guard word.word.kind == .keyword else { return [try expression()] }
    switch word.text {
    case "if": return [try branch()]
    case "guard":
      position += 1
      let head = try condition()
      guard isWord("else") else { throw Unreadable() }
      position += 1
      return [head, .choice([try block()], isComplete: false)]
    case "while", "for", "repeat": return [try loop("")]
    case "switch": return [try clauses()]
    case "do": return [try attempt()]
    case "defer": return [try deferred()]
    case "return", "throw":
      let line = word.line
      position += 1
      guard position < end, word.text == "throw" || code[position].line == line, !isSign("}"), !isSign(";")
      else {
        return [.leave(.function)]
      }
      return [try expression(), .leave(.function)]
    case "break", "continue":
      var label = ""
      if position + 1 < end, code[position + 1].isName, code[position + 1].line == word.line {
        label = code[position + 1].text
        position += 1
      }
      position += 1
      return [.leave(word.text == "break" ? .breaking(label) : .continuing(label))]
    case "func", "class", "struct", "enum", "actor", "extension": return [try skipDeclaration()]
    case "else", "case", "default", "catch", "fallthrough": throw Unreadable()
    default:
      return word.text.hasPrefix("#") && word.text != "#selector" ? try directive() : [try expression()]
    }
  }

  private func directive() throws(Unreadable) -> [LockNode] { throw Unreadable() }

  private mutating func labelled(_ name: String) throws(Unreadable) -> LockNode {
    switch code[position].text {
    case "while", "for", "repeat": return try loop(name)
    case "do", "if", "switch": return .named(name, .block(try statement(), LockNode.Scope()))
    default: throw Unreadable()
    }
  }

  /// A condition up to its brace or to `else`.
  private mutating func condition() throws(Unreadable) -> LockNode {
    var index = position
    while index < end, !code[index].isSign("{"), !code[index].isKeyword("else") {
      index = source.matches.next(index)
    }
    defer { position = index }
    return step(position..<index, isStatement: false)
  }

  private mutating func branch() throws(Unreadable) -> LockNode {
    position += 1
    let head = try condition()
    let then = try block()
    guard isWord("else") else { return .block([head, .choice([then], isComplete: false)], LockNode.Scope()) }
    position += 1
    let other = isWord("if") ? try branch() : try block()
    return .block([head, .choice([then, other], isComplete: true)], LockNode.Scope())
  }

  private mutating func loop(_ label: String) throws(Unreadable) -> LockNode {
    let isRepeat = isWord("repeat")
    position += 1
    if isRepeat {
      let body = try block()
      guard isWord("while") else { throw Unreadable() }
      position += 1
      let head = try expression()
      return .loop(LockNode.Loop(head: head, body: body, testsFirst: false, label: label))
    }
    let isEndless = position + 1 < end && code[position].text == "true" && code[position + 1].isSign("{")
    let head = try condition()
    return .loop(LockNode.Loop(head: head, body: try block(), isEndless: isEndless, label: label))
  }

  private mutating func clauses() throws(Unreadable) -> LockNode {
    position += 1
    let head = try condition()
    guard isSign("{") else { throw Unreadable() }
    let close = source.matches[position]
    position += 1
    var clauses: [LockNode] = []
    while position < close {
      if isSign("@") || code[position].text.hasPrefix("@") {
        position += 1
        continue
      }
      guard isWord("case") || isWord("default") else { throw Unreadable() }
      let start = position
      while position < close, !code[position].isSign(":") {
        position = source.matches.next(position)
      }
      let pattern = step((start + 1)..<position, isStatement: false)
      position += 1
      openScope()
      let saved = end
      end = close
      var nodes: [LockNode] = [pattern]
      while position < close, !isWord("case"), !isWord("default"), !code[position].text.hasPrefix("@unknown")
      {
        nodes += try statement()
      }
      end = saved
      clauses.append(closeScope(nodes, from: start))
    }
    position = close + 1
    // Swift takes one of them always.
    return .block([head, .clauses(clauses, fallsThrough: false, isComplete: true)], LockNode.Scope())
  }

  private mutating func attempt() throws(Unreadable) -> LockNode {
    position += 1
    if isWord("throws") { throw Unreadable() }
    let body = try block()
    var handlers: [LockNode] = []
    while isWord("catch") {
      position += 1
      let head = try condition()
      handlers.append(.block([head, try block()], LockNode.Scope()))
    }
    return handlers.isEmpty ? body : .attempt(body, catches: handlers)
  }

  /// `defer { lock.unlock() }`: what it gives back is held to the end of the block.
  private mutating func deferred() throws(Unreadable) -> LockNode {
    let start = position
    position += 1
    guard isSign("{") else { throw Unreadable() }
    let words = (position + 1)..<source.matches[position]
    position = source.matches[position] + 1
    var step = LockStep(words: start..<position, closures: [words])
    let made = try Self.function(source, words, closureDepth: closureDepth + 1)
    if made.isBalanced {
      return keep(step)
    }
    for inner in made.steps {
      guard !inner.isOdd, !inner.makesOddClosure else { step.makesOddClosure = true; continue }
      for action in inner.actions {
        guard case .give(let lock) = action, let path = made.names[lock], Self.isPlain(made.root) else {
          step.makesOddClosure = true
          continue
        }
        function.guards.append(lock)
        function.names[lock] = path
        let number = function.guards.count - 1
        scopes[scopes.count - 1].append(number)
        step.actions.append(.adopt(LockHold(line: code[start].line, owner: number), lock: lock))
      }
    }
    return keep(step)
  }

  private static func isPlain(_ node: LockNode) -> Bool {
    guard case .block(let nodes, _) = node else { return false }
    return nodes.allSatisfy { if case .step = $0 { true } else { false } }
  }

  private mutating func skipDeclaration() throws(Unreadable) -> LockNode {
    let start = position
    guard let open = find("{", from: position, before: end) else { throw Unreadable() }
    position = source.matches[open] + 1
    function.steps.append(LockStep(words: start..<position, closures: [start..<position]))
    // A function may be called from anywhere here.
    let number = function.steps.count - 1
    if (start..<position).contains(where: { code[$0].isName && LockWords.areMeant(by: code[$0].text) }) {
      function.steps[number].makesOddClosure = true
    }
    return .step(number)
  }

  private mutating func expression() throws(Unreadable) -> LockNode {
    let start = position
    var index = position
    while index < end, !code[index].isSign(";") {
      let word = code[index]
      // A condition as a value.
      if index > start, word.word.kind == .keyword, Self.control.contains(word.text),
        !code[index - 1].isSign(".")
      {
        throw Unreadable()
      }
      index = source.matches.next(index)
      if index < end, code[index].line != code[index - 1].line, !joins(index) { break }
    }
    position = index < end && code[index].isSign(";") ? index + 1 : index
    return step(start..<index, isStatement: true)
  }

  /// Whether a word at the beginning of a line goes on with the line before.
  private func joins(_ index: Int) -> Bool {
    let (before, word) = (code[index - 1], code[index])
    if before.word.kind == .sign, ![")", "]", "}", "!", "?", ">"].contains(before.text) { return true }
    if word.word.kind == .sign {
      return !["(", "[", "{", "@", "#", "!", "-", "&", "~", "}", "\\"].contains(word.text)
    }
    return ["as", "is", "where"].contains(word.text)
      || ["try", "await", "in", "as", "is"].contains(before.text)
  }
}
