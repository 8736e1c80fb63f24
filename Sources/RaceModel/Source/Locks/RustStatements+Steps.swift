extension RustStatements {
  /// An expression that takes a lock: `self.m.lock().unwrap()`.
  struct Taking {
    var path: LockPath
    var isRead: Bool
    /// Whether its result is unwrapped, or needs none as of an awaited one.
    var isChecked: Bool
    /// All its words.
    var words: Range<Int>
  }

  /// Methods of a result, which do not belong to what a guard guards.
  private static let ofResults: Set<String> = [
    "unwrap", "expect", "unwrap_or_else", "unwrap_or", "unwrap_or_default", "ok", "err", "map", "map_err",
    "and_then",
    "or_else", "is_ok", "is_err", "into_inner", "inspect", "unwrap_err", "is_ok_and",
  ]

  // MARK: Locks

  /// The lock that is taken where the method's name is at a position.
  private func taking(at index: Int, in words: Range<Int>) -> Taking? {
    let method = code[index].text
    guard ["lock", "read", "write"].contains(method), index + 2 < words.upperBound,
      index - 2 >= words.lowerBound,
      code[index - 1].isSign("."), code[index + 1].isSign("("), code[index + 2].isSign(")")
    else { return nil }
    var start = index - 2
    while start - 2 >= words.lowerBound, [".", "::"].contains(code[start - 1].text), isPathWord(start - 2) {
      start -= 2
    }
    guard isPathWord(start), start == words.lowerBound || ![".", "::", "?"].contains(code[start - 1].text),
      let path = LockPath(code[start..<(index - 1)], keepsSelf: true)
    else { return nil }
    var end = index + 3
    var isChecked = false
    while end < words.upperBound {
      if code[end].isSign("?") {
        isChecked = true
        end += 1
      } else if code[end].isSign("."), end + 1 < words.upperBound, code[end + 1].isKeyword("await") {
        isChecked = true
        end += 2
      } else if !isChecked, code[end].isSign("."), end + 2 < words.upperBound, code[end + 2].isSign("("),
        ["unwrap", "expect", "unwrap_or_else"].contains(code[end + 1].text)
      {
        isChecked = true
        end = source.matches[end + 2] + 1
      } else {
        break
      }
    }
    if method != "lock", !readers.isLock(path.words.last ?? "", isChecked: isChecked) { return nil }
    return Taking(path: path, isRead: method == "read", isChecked: isChecked, words: start..<end)
  }

  private func isPathWord(_ index: Int) -> Bool {
    code[index].isName || ["self", "Self", "crate"].contains(code[index].text)
  }

  private func takings(_ words: Range<Int>, _ closures: [Range<Int>]) -> [Taking] {
    LockStep.words(words, without: closures).compactMap { taking(at: $0, in: words) }
  }

  func hasLock(_ words: Range<Int>) -> Bool { words.contains { taking(at: $0, in: words) != nil } }

  /// Whether words are a lock that is taken, and nothing else.
  func isBareLock(_ words: Range<Int>) -> Bool { takings(words, []).contains { $0.words == words } }

  private mutating func addGuard(_ taking: Taking) -> (number: Int, action: LockStep.Action) {
    function.guards.append(taking.path.name)
    function.name(taking.path)
    let number = function.guards.count - 1
    let hold = LockHold(isRead: taking.isRead, line: code[taking.words.lowerBound].line, owner: number)
    return (number, .take(hold, lock: taking.path.name))
  }

  // MARK: Guards with a name

  /// `let mut guard = m.lock().unwrap();` and `let Ok(guard) = m.lock() else {...};`
  mutating func guardDeclaration(
    _ pattern: Range<Int>, _ value: Range<Int>
  ) throws(Unreadable) -> [LockNode]? {
    if let otherwise = find("else", from: value), isSign("{", at: otherwise + 1),
      !value.contains(where: { code[$0].isKeyword("if") })
    {
      let first = value.lowerBound..<otherwise
      var nodes = guardPattern(pattern, first)
      if nodes == nil {
        nodes = [
          try ending { (reader) throws(Unreadable) in
            reader.position = first.lowerBound
            return try reader.expression(until: first.upperBound, isDeclaration: true)
          }
        ]
        for name in names(in: pattern) where visibleGuard(name) != nil { bind(name, to: -1) }
      }
      position = otherwise + 1
      return (nodes ?? []) + [.choice([try block()], isComplete: false)]
    }
    let names = names(in: pattern)
    guard names.count == 1, let name = names.first, !pattern.contains(where: { code[$0].isSign("(") }) else {
      return nil
    }
    if let number = waited(value) {
      bind(name, to: number)
      return [plain(value)]
    }
    guard let taking = takings(value, []).first, taking.words == value else { return nil }
    // `_` keeps nothing.
    if name == "_" { return [plain(value)] }
    let (number, action) = addGuard(taking)
    bind(name, to: number)
    if !taking.isChecked { function.uncheckedGuards.insert(number) }
    return [plain(value, [action])]
  }

  private func find(_ keyword: String, from words: Range<Int>) -> Int? {
    var index = words.lowerBound
    while index < words.upperBound {
      if code[index].isKeyword(keyword) { return index }
      index = source.matches.next(index)
    }
    return nil
  }

  /// `Ok(guard) = m.lock()` of a condition.
  mutating func guardPattern(_ pattern: Range<Int>, _ value: Range<Int>) -> [LockNode]? {
    let names = names(in: pattern)
    guard names.count == 2, names[0] == "Ok", let taking = takings(value, []).first, taking.words == value,
      !taking.isChecked
    else { return nil }
    let (number, action) = addGuard(taking)
    bind(names[1], to: number)
    return [plain(value, [action])]
  }

  /// `ready.wait(guard).unwrap()`: the guard that waits and comes back.
  private func waited(_ value: Range<Int>) -> Int? {
    guard let call = value.first(where: { ["wait", "wait_while"].contains(code[$0].text) }),
      call + 2 < value.upperBound,
      code[call - 1].isSign("."), code[call + 1].isSign("("),
      isSign(")", at: call + 3) || isSign(",", at: call + 3)
    else { return nil }
    let close = source.matches[call + 1]
    let rest = code[(close + 1)..<value.upperBound].map(\.text).joined()
    return ["", ".unwrap()", "?"].contains(rest) || rest.hasPrefix(".expect(")
      ? visibleGuard(code[call + 2].text) : nil
  }

  /// `drop(guard)`
  mutating func recogniseDrop(_ words: Range<Int>) -> LockNode? {
    guard words.count >= 4, let last = words.last, code[last].isSign(")"), source.matches[last] == last - 2,
      ["drop", "mem::drop", "std::mem::drop", "core::mem::drop"].contains(
        code[words.lowerBound..<(last - 2)].map(\.text).joined()),
      let number = visibleGuard(code[last - 1].text)
    else { return nil }
    return plain(words, [.end(guard: number)])
  }

  private mutating func plain(_ words: Range<Int>, _ actions: [LockStep.Action] = []) -> LockNode {
    keep(LockStep(words: words, actions: actions))
  }

  // MARK: Steps

  /// What words without constructs do, guards without a name included.
  mutating func steps(
    _ words: Range<Int>, _ closures: [Range<Int>], isDeclaration: Bool
  ) throws(Unreadable) -> [LockNode] {
    var nodes: [LockNode] = []
    var from = words.lowerBound
    let takings = takings(words, closures)
    guard takings.count < 32 else { throw Unreadable() }
    let isLazy = words.contains { code[$0].isSign("&&") || code[$0].isSign("||") }
    for taking in takings {
      let before = from..<taking.words.lowerBound
      nodes.append(step(before, closures, isPart: !readsNames(before)))
      let (number, action) = addGuard(taking)
      let isTemporary = isTemporary(taking, in: words, isDeclaration: isDeclaration)
      if isTemporary { temporaries[temporaries.count - 1].append(number) }
      let isCertain = isTemporary && !isLazy && !isInMacro(taking.words.lowerBound, words)
      var part = LockStep(words: taking.words, isPart: true)
      part.actions = [isCertain ? action : .attempt(lock: taking.path.name)]
      nodes.append(keep(part))
      nodes.append(plain(taking.words))
      from = taking.words.upperBound
    }
    if from < words.upperBound || nodes.isEmpty { nodes.append(step(from..<words.upperBound, closures)) }
    return nodes
  }

  /// Whether names among words are read, and not only called.
  private func readsNames(_ words: Range<Int>) -> Bool {
    words.contains { code[$0].isName && !["(", "::", "!"].contains(code[$0 + 1].text) }
  }

  private func isInMacro(_ index: Int, _ words: Range<Int>) -> Bool {
    words.contains { position in
      position < index && code[position].isSign("!") && position + 1 < words.upperBound
        && source.matches[position + 1] > index
    }
  }

  /// Whether a guard without a name ends with its statement: something in what it guards is used, and not lent to a
  /// variable.
  private func isTemporary(_ taking: Taking, in words: Range<Int>, isDeclaration: Bool) -> Bool {
    let end = taking.words.upperBound
    let before = taking.words.lowerBound > words.lowerBound ? code[taking.words.lowerBound - 1].text : ""
    if isDeclaration, (words.lowerBound..<taking.words.lowerBound).contains(where: { code[$0].isSign("&") }) {
      return false
    }
    guard end < words.upperBound, code[end].isSign(".") || code[end].isSign("[") else { return before == "*" }
    return taking.isChecked || !(end + 1 < words.upperBound && Self.ofResults.contains(code[end + 1].text))
  }

  private mutating func step(_ words: Range<Int>, _ closures: [Range<Int>], isPart: Bool = false) -> LockNode
  {
    var step = LockStep(words: words, closures: closures.filter { $0.overlaps(words) }, isPart: isPart)
    step.makesOddClosure = hasOddClosure
    hasOddClosure = false
    let own = step.ownWords
    if own.contains(where: { ["call_once", "call_once_force"].contains(code[$0].text) }) {
      step.isVeiled = true
    }
    step.isOdd =
      own.contains { isSuspicious($0) }
      || step.closures.contains { range in
        isMacro(range) && range.contains { isSuspicious($0) }
      }
    spoilGuards(&step)
    return keep(step)
  }

  private func isMacro(_ range: Range<Int>) -> Bool { !function.closures.contains { $0.words == range } }

  private func isSuspicious(_ index: Int) -> Bool {
    let word = code[index]
    guard word.isName, visibleGuard(word.text) == nil, !["call_once", "call_once_force"].contains(word.text)
    else {
      return false
    }
    // The types of locks, by their functions: `Mutex::new(0)`.
    if ["Mutex", "RwLock"].contains(word.text), ["::", "<"].contains(code[index + 1].text) { return false }
    if ["read", "write"].contains(word.text), index > 1, code[index - 1].isSign("."),
      code[index + 1].isSign("("),
      code[index + 2].isSign(")")
    {
      return readers.mayBeLock(code[index - 2].text)
    }
    return LockWords.areMeant(by: word.text)
  }

  /// A guard that is used in any other way than to reach what it guards may be gone.
  private func spoilGuards(_ step: inout LockStep) {
    let waiting =
      step.words.count > 2 && isSign("=", at: step.words.lowerBound + 1)
      ? waited((step.words.lowerBound + 2)..<step.words.upperBound) : nil
    for index in step.words where code[index].isName {
      guard let number = visibleGuard(code[index].text), number != waiting,
        index == 0 || !code[index - 1].isSign(".")
      else { continue }
      let isInClosure = step.closures.contains { $0.contains(index) }
      if !isInClosure, isReached(index, number, isOdd: step.isOdd) { continue }
      step.actions.append(.spoil(guard: number))
    }
  }

  private func isReached(_ index: Int, _ number: Int, isOdd: Bool) -> Bool {
    let before = index > 0 ? code[index - 1].text : ""
    let next = index + 1 < code.count ? code[index + 1].text : ""
    if next == "." {
      return !(function.uncheckedGuards.contains(number) && Self.ofResults.contains(code[index + 2].text))
    }
    if next == "[" || before == "*" { return true }
    return !isOdd && (before == "&" || (before == "mut" && index > 1 && code[index - 2].isSign("&")))
  }

  // MARK: Closures

  /// A closure or an asynchronous block that begins at a position; what it consists of, braces left out.
  func closure(at index: Int, before last: Int) -> (words: Range<Int>, isCalled: Bool)? {
    if code[index].isKeyword("async") {
      let brace = isWord("move", at: index + 1) ? index + 2 : index + 1
      guard isSign("{", at: brace) else { return nil }
      return ((brace + 1)..<source.matches[brace], false)
    }
    guard code[index].isSign("|") || code[index].isSign("||"), beginsExpression(index) else { return nil }
    var body = index + 1
    if code[index].isSign("|") {
      guard let close = find("|", from: index + 1, before: last) else { return nil }
      body = close + 1
    }
    if isSign("->", at: body) {
      guard let brace = find("{", from: body, before: last) else { return nil }
      body = brace
    }
    if isSign("{", at: body) {
      let close = source.matches[body]
      return ((body + 1)..<close, isSign(")", at: close + 1) && isSign("(", at: close + 2))
    }
    var stop = body
    while stop < last, !code[stop].isSign(",") {
      if source.matches[stop] != -1, source.matches[stop] < body { break }
      stop = source.matches.next(stop)
    }
    return (body..<stop, isSign(")", at: stop) && isSign("(", at: stop + 1))
  }

  private func beginsExpression(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = code[index - 1]
    if before.word.kind == .keyword {
      return ["return", "move", "async", "static", "else", "in"].contains(before.text)
    }
    return before.word.kind == .sign && !["]", ")", "}", "?"].contains(before.text)
  }

  /// Keeps a closure as a function.
  mutating func add(_ words: Range<Int>, isCalled: Bool) throws(Unreadable) {
    guard let made = try? Self.function(source, readers, words, depth: depth + 1) else {
      hasOddClosure = true
      return
    }
    made.isCalledAtOnce = isCalled
    if !made.isBalanced { hasOddClosure = true }
    var call = words.lowerBound - 1
    while call > 0, !code[call].isSign("(") { call -= 1 }
    if call > 2, ["call_once", "call_once_force"].contains(code[call - 1].text), code[call - 2].isSign("."),
      code[call - 3].isName
    {
      let name = code[call - 3].text
      made.initial.take(LockHold(kind: .once, line: code[call].line, owner: -1), name)
      made.names[name] = [name]
    }
    function.closures.append(made)
  }
}
