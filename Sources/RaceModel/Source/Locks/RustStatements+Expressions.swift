extension RustStatements {
  /// An expression up to a position, as the steps that it does in their order.
  mutating func expression(
    until last: Int, isDeclaration: Bool = false
  ) throws(Unreadable) -> [LockNode] {
    var nodes: [LockNode] = []
    let start = position
    if position < last, code[position].word.kind == .keyword,
      ["return", "break", "continue"].contains(code[position].text)
    {
      return try leave(until: last)
    }
    if position < last, let nodes = try assignment(until: last) { return nodes }
    var from = position
    var closures: [Range<Int>] = []
    while position < last {
      let word = code[position]
      if let body = closure(at: position, before: last) {
        try add(body.words, isCalled: body.isCalled)
        closures.append(body.words)
        position = max(body.words.upperBound, position + 1)
      } else if word.isName, position + 2 < last, code[position + 1].isSign("!"),
        source.matches[position + 2] > position + 2
      {
        // What a macro makes of what it is given is not known, but that it does it here.
        if code[position + 2].isSign("{") { closures.append((position + 3)..<source.matches[position + 2]) }
        position = source.matches[position + 2] + 1
      } else if isConstruct(position, start: start) {
        nodes += try steps(from..<position, closures, isDeclaration: isDeclaration)
        nodes.append(try construct())
        // What a condition in the middle holds ends with it, or with all, by the edition.
        if position < last, hasLock(from..<position) { throw Unreadable() }
        (from, closures) = (position, [])
      } else if word.word.kind == .keyword,
        ["return", "break", "continue", "let", "yield"].contains(word.text)
      {
        throw Unreadable()
      } else {
        position += 1
      }
    }
    position = last
    return nodes + (try steps(from..<last, closures, isDeclaration: isDeclaration))
  }

  private mutating func leave(until last: Int) throws(Unreadable) -> [LockNode] {
    let word = code[position].text
    position += 1
    var label = ""
    if word != "return", position < last, code[position].word.kind == .sign,
      code[position].text.hasPrefix("'")
    {
      label = code[position].text
      position += 1
    }
    let nodes = position < last ? try expression(until: last) : []
    position = last
    switch word {
    case "return": return nodes + [.leave(.function)]
    case "break": return nodes + [.leave(.breaking(label))]
    default: return nodes + [.leave(.continuing(label))]
    }
  }

  /// `a.n = m.lock().unwrap().n`: the right side is worked out first, unless the operator is a type's.
  private mutating func assignment(until last: Int) throws(Unreadable) -> [LockNode]? {
    let signs = ["=", "+=", "-=", "*=", "/=", "%=", "|=", "&=", "^=", "<<=", ">>="]
    var first: Int?
    for text in signs {
      if let found = find(text, from: position, before: first ?? last) { first = found }
    }
    guard let sign = first else { return nil }
    let (left, right) = (position..<sign, (sign + 1)..<last)
    guard hasLock(left) else {
      guard hasLock(right) else { return nil }
      position = right.lowerBound
      let nodes = try expression(until: last)
      return nodes + (try steps(left, [], isDeclaration: false))
    }
    // What is read on the right is read before the lock is taken, or behind it.
    guard !hasLock(right),
      !right.contains(where: { isConstruct($0, start: right.lowerBound) || code[$0].isSign("|") })
    else { throw Unreadable() }
    var nodes: [LockNode] = []
    if right.contains(where: { code[$0].isName }) { nodes += try steps(right, [], isDeclaration: false) }
    nodes += try steps(left, [], isDeclaration: false)
    nodes += try steps(right, [], isDeclaration: false)
    position = last
    return nodes
  }

  // MARK: Constructs

  /// Whether a block, a condition or a loop begins at a word.
  private func isConstruct(_ index: Int, start: Int) -> Bool {
    let word = code[index]
    if word.word.kind == .keyword {
      return ["if", "match", "while", "loop", "for"].contains(word.text) || isUnsafe(index)
    }
    guard word.isSign("{") else { return isLabel(index) }
    guard index > start else { return true }
    let before = code[index - 1]
    return ["=", "(", "=>", "&", "*"].contains(before.text) && before.word.kind == .sign
  }

  private func isUnsafe(_ index: Int) -> Bool {
    code[index].text == "unsafe" && index + 1 < code.count && code[index + 1].isSign("{")
  }

  /// A block, a condition, a loop or a `match` from its first word.
  mutating func construct() throws(Unreadable) -> LockNode {
    var label = ""
    if isLabel(position) {
      label = code[position].text
      position += 2
    }
    switch code[position].text {
    case "{":
      let node = try block()
      return label.isEmpty ? node : .named(label, node)
    case "unsafe":
      position += 1
      return try block()
    case "if": return try branch()
    case "match": return try match()
    case "loop":
      position += 1
      return .loop(LockNode.Loop(head: nil, body: try block(), isEndless: true, label: label))
    case "while", "for": return try loop(label)
    default: throw Unreadable()
    }
  }

  /// The position of the brace that ends a condition: braces of values are not allowed in one but in brackets.
  private func brace(from start: Int) throws(Unreadable) -> Int {
    guard let brace = find("{", from: start, before: code.count) else { throw Unreadable() }
    return brace
  }

  private mutating func branch() throws(Unreadable) -> LockNode {
    position += 1
    let stop = try brace(from: position)
    guard isWord("let") else {
      guard !(position..<stop).contains(where: { code[$0].isKeyword("let") }) else {
        throw Unreadable()
      }
      let head = try ending { (reader) throws(Unreadable) in try reader.expression(until: stop) }
      return .block([head, try branches([])], LockNode.Scope())
    }
    openScope()
    let start = position
    let head = try pattern(until: stop)
    let bound = (scopes.last ?? [:]).values.filter { $0 >= 0 }
    let choice = try branches((temporaries.last ?? []) + bound)
    let held = temporaries.popLast() ?? []
    let named = (scopes.popLast() ?? [:]).values.filter { $0 >= 0 }
    return .block(head + [choice], LockNode.Scope(guards: held + named, words: start..<position))
  }

  /// Both ways behind a condition. What the condition holds may end before `else`, by the edition.
  private mutating func branches(_ held: [Int]) throws(Unreadable) -> LockNode {
    let then = try block()
    guard isWord("else") else { return .choice([then], isComplete: false) }
    position += 1
    let doubt = keep(
      LockStep(words: position..<position, actions: held.map { .attempt(lock: function.guards[$0]) }))
    let other = isWord("if") ? try construct() : try block()
    return .choice([then, .block([doubt, other], LockNode.Scope())], isComplete: true)
  }

  /// `let Some(x) = EXPRESSION` of a condition.
  mutating func pattern(until stop: Int) throws(Unreadable) -> [LockNode] {
    guard let equals = find("=", from: position, before: stop),
      !(equals..<stop).contains(where: { code[$0].isKeyword("let") })
    else { throw Unreadable() }
    let words = (position + 1)..<equals
    if let nodes = guardPattern(words, (equals + 1)..<stop) {
      position = stop
      return nodes
    }
    for name in names(in: words) where visibleGuard(name) != nil { bind(name, to: -1) }
    position = equals + 1
    let nodes = try expression(until: stop)
    position = stop
    return nodes
  }

  private mutating func loop(_ label: String) throws(Unreadable) -> LockNode {
    let isFor = code[position].isKeyword("for")
    position += 1
    let stop = try brace(from: position)
    openScope()
    let start = position
    var loop = LockNode.Loop(head: nil, body: .block([], LockNode.Scope()), label: label)
    var before: [LockNode] = []
    if isFor {
      guard let within = (position..<stop).first(where: { code[$0].isKeyword("in") }) else {
        throw Unreadable()
      }
      for name in names(in: position..<within) where visibleGuard(name) != nil { bind(name, to: -1) }
      position = within + 1
      // What the iterator holds is held until the loop ends.
      before = try expression(until: stop)
      loop.head = keep(LockStep(words: (within + 1)..<stop))
      position = stop
      loop.body = try block()
      let held = temporaries.popLast() ?? []
      scopes.removeLast()
      return .block(before + [.loop(loop)], LockNode.Scope(guards: held, words: start..<position))
    }
    if isWord("let") {
      // What a round holds ends with it, when it ends the loop, too.
      let head = try pattern(until: stop)
      let body = try block()
      let held = temporaries.popLast() ?? []
      let named = (scopes.popLast() ?? [:]).values.filter { $0 >= 0 }
      let round = head + [.choice([body, .leave(.breaking(""))], isComplete: true)]
      loop.body = .block(round, LockNode.Scope(guards: held + named, words: start..<position))
      loop.isEndless = true
      return .loop(loop)
    }
    temporaries.removeLast()
    scopes.removeLast()
    guard !(position..<stop).contains(where: { code[$0].isKeyword("let") }) else {
      throw Unreadable()
    }
    loop.isEndless = stop == position + 1 && code[position].text == "true"
    loop.head = try ending { (reader) throws(Unreadable) in try reader.expression(until: stop) }
    loop.body = try block()
    return .loop(loop)
  }

  private mutating func match() throws(Unreadable) -> LockNode {
    position += 1
    let stop = try brace(from: position)
    let bare = isBareLock(position..<stop)
    let head = try expression(until: stop)
    let close = source.matches[stop]
    position = stop + 1
    var arms: [LockNode] = []
    while position < close {
      guard let arrow = find("=>", from: position, before: close) else { throw Unreadable() }
      let start = position
      openScope()
      for name in names(in: position..<arrow) where visibleGuard(name) != nil { bind(name, to: -1) }
      var nodes = try steps(position..<arrow, [], isDeclaration: true)
      position = arrow + 1
      let isBlock = isSign("{")
      let comma = isBlock ? source.matches[position] + 1 : find(",", from: position, before: close) ?? close
      nodes += try isBlock ? [block()] : expression(until: comma)
      position = comma < close && code[comma].isSign(",") ? comma + 1 : comma
      let held = temporaries.popLast() ?? []
      scopes.removeLast()
      arms.append(.block(nodes, LockNode.Scope(guards: held, words: start..<position)))
    }
    position = close + 1
    // The arms have the guard itself, by a name that may be given away.
    guard !bare else { throw Unreadable() }
    return .block(head + [.choice(arms, isComplete: true)], LockNode.Scope())
  }
}
