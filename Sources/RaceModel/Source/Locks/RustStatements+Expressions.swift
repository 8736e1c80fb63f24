extension RustStatements {
  /// An expression up to a place, as the steps that it does in their order.
  mutating func expression(
    until last: Int, isDeclaration: Bool = false
  ) throws(Unreadable) -> [LockNode] {
    var nodes: [LockNode] = []
    let start = place
    if place < last, code[place].word.kind == .keyword,
      ["return", "break", "continue"].contains(code[place].text)
    {
      return try leave(until: last)
    }
    if place < last, let nodes = try assignment(until: last) { return nodes }
    var from = place
    var closures: [Range<Int>] = []
    while place < last {
      let word = code[place]
      if let body = closure(at: place, before: last) {
        try add(body.words, isCalled: body.isCalled)
        closures.append(body.words)
        place = max(body.words.upperBound, place + 1)
      } else if word.isName, place + 2 < last, code[place + 1].isSign("!"),
        source.matches[place + 2] > place + 2
      {
        // What a macro makes of what it is given is not known, but that it does it here.
        if code[place + 2].isSign("{") { closures.append((place + 3)..<source.matches[place + 2]) }
        place = source.matches[place + 2] + 1
      } else if isConstruct(place, start: start) {
        nodes += try steps(from..<place, closures, isDeclaration: isDeclaration)
        nodes.append(try construct())
        // What a condition in the middle holds ends with it, or with all, by the edition.
        if place < last, hasLock(from..<place) { throw Unreadable() }
        (from, closures) = (place, [])
      } else if word.word.kind == .keyword,
        ["return", "break", "continue", "let", "yield"].contains(word.text)
      {
        throw Unreadable()
      } else {
        place += 1
      }
    }
    place = last
    return nodes + (try steps(from..<last, closures, isDeclaration: isDeclaration))
  }

  private mutating func leave(until last: Int) throws(Unreadable) -> [LockNode] {
    let word = code[place].text
    place += 1
    var label = ""
    if word != "return", place < last, code[place].word.kind == .sign, code[place].text.hasPrefix("'") {
      label = code[place].text
      place += 1
    }
    let nodes = place < last ? try expression(until: last) : []
    place = last
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
      if let found = find(text, from: place, before: first ?? last) { first = found }
    }
    guard let sign = first else { return nil }
    let (left, right) = (place..<sign, (sign + 1)..<last)
    guard hasLock(left) else {
      guard hasLock(right) else { return nil }
      place = right.lowerBound
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
    place = last
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
    if isLabel(place) {
      label = code[place].text
      place += 2
    }
    switch code[place].text {
    case "{":
      let node = try block()
      return label.isEmpty ? node : .named(label, node)
    case "unsafe":
      place += 1
      return try block()
    case "if": return try branch()
    case "match": return try match()
    case "loop":
      place += 1
      return .loop(LockNode.Loop(head: nil, body: try block(), isEndless: true, label: label))
    case "while", "for": return try loop(label)
    default: throw Unreadable()
    }
  }

  /// The place of the brace that ends a condition: braces of values are not allowed in one but in brackets.
  private func brace(from start: Int) throws(Unreadable) -> Int {
    guard let brace = find("{", from: start, before: code.count) else { throw Unreadable() }
    return brace
  }

  private mutating func branch() throws(Unreadable) -> LockNode {
    place += 1
    let stop = try brace(from: place)
    guard isWord("let") else {
      guard !(place..<stop).contains(where: { code[$0].isKeyword("let") }) else {
        throw Unreadable()
      }
      let head = try ending { (reader) throws(Unreadable) in try reader.expression(until: stop) }
      return .block([head, try branches([])], LockNode.Scope())
    }
    openScope()
    let start = place
    let head = try pattern(until: stop)
    let bound = (scopes.last ?? [:]).values.filter { $0 >= 0 }
    let choice = try branches((temporaries.last ?? []) + bound)
    let held = temporaries.popLast() ?? []
    let named = (scopes.popLast() ?? [:]).values.filter { $0 >= 0 }
    return .block(head + [choice], LockNode.Scope(guards: held + named, words: start..<place))
  }

  /// Both ways behind a condition. What the condition holds may end before `else`, by the edition.
  private mutating func branches(_ held: [Int]) throws(Unreadable) -> LockNode {
    let then = try block()
    guard isWord("else") else { return .choice([then], isComplete: false) }
    place += 1
    let doubt = keep(
      LockStep(words: place..<place, actions: held.map { .attempt(lock: function.guards[$0]) }))
    let other = isWord("if") ? try construct() : try block()
    return .choice([then, .block([doubt, other], LockNode.Scope())], isComplete: true)
  }

  /// `let Some(x) = EXPRESSION` of a condition.
  mutating func pattern(until stop: Int) throws(Unreadable) -> [LockNode] {
    guard let equals = find("=", from: place, before: stop),
      !(equals..<stop).contains(where: { code[$0].isKeyword("let") })
    else { throw Unreadable() }
    let words = (place + 1)..<equals
    if let nodes = guardPattern(words, (equals + 1)..<stop) {
      place = stop
      return nodes
    }
    for name in names(in: words) where visibleGuard(name) != nil { bind(name, to: -1) }
    place = equals + 1
    let nodes = try expression(until: stop)
    place = stop
    return nodes
  }

  private mutating func loop(_ label: String) throws(Unreadable) -> LockNode {
    let isFor = code[place].isKeyword("for")
    place += 1
    let stop = try brace(from: place)
    openScope()
    let start = place
    var loop = LockNode.Loop(head: nil, body: .block([], LockNode.Scope()), label: label)
    var before: [LockNode] = []
    if isFor {
      guard let within = (place..<stop).first(where: { code[$0].isKeyword("in") }) else {
        throw Unreadable()
      }
      for name in names(in: place..<within) where visibleGuard(name) != nil { bind(name, to: -1) }
      place = within + 1
      // What the iterator holds is held until the loop ends.
      before = try expression(until: stop)
      loop.head = keep(LockStep(words: (within + 1)..<stop))
      place = stop
      loop.body = try block()
      let held = temporaries.popLast() ?? []
      scopes.removeLast()
      return .block(before + [.loop(loop)], LockNode.Scope(guards: held, words: start..<place))
    }
    if isWord("let") {
      // What a round holds ends with it, when it ends the loop, too.
      let head = try pattern(until: stop)
      let body = try block()
      let held = temporaries.popLast() ?? []
      let named = (scopes.popLast() ?? [:]).values.filter { $0 >= 0 }
      let round = head + [.choice([body, .leave(.breaking(""))], isComplete: true)]
      loop.body = .block(round, LockNode.Scope(guards: held + named, words: start..<place))
      loop.isEndless = true
      return .loop(loop)
    }
    temporaries.removeLast()
    scopes.removeLast()
    guard !(place..<stop).contains(where: { code[$0].isKeyword("let") }) else {
      throw Unreadable()
    }
    loop.isEndless = stop == place + 1 && code[place].text == "true"
    loop.head = try ending { (reader) throws(Unreadable) in try reader.expression(until: stop) }
    loop.body = try block()
    return .loop(loop)
  }

  private mutating func match() throws(Unreadable) -> LockNode {
    place += 1
    let stop = try brace(from: place)
    let bare = isBareLock(place..<stop)
    let head = try expression(until: stop)
    let close = source.matches[stop]
    place = stop + 1
    var arms: [LockNode] = []
    while place < close {
      guard let arrow = find("=>", from: place, before: close) else { throw Unreadable() }
      let start = place
      openScope()
      for name in names(in: place..<arrow) where visibleGuard(name) != nil { bind(name, to: -1) }
      var nodes = try steps(place..<arrow, [], isDeclaration: true)
      place = arrow + 1
      let isBlock = isSign("{")
      let comma = isBlock ? source.matches[place] + 1 : find(",", from: place, before: close) ?? close
      nodes += try isBlock ? [block()] : expression(until: comma)
      place = comma < close && code[comma].isSign(",") ? comma + 1 : comma
      let held = temporaries.popLast() ?? []
      scopes.removeLast()
      arms.append(.block(nodes, LockNode.Scope(guards: held, words: start..<place)))
    }
    place = close + 1
    // The arms have the guard itself, by a name that may be given away.
    guard !bare else { throw Unreadable() }
    return .block(head + [.choice(arms, isComplete: true)], LockNode.Scope())
  }
}
