extension SwiftStatements {
  /// Functions that call what is in the braces behind them while they hold a lock.
  private static let holders: [String: CodeLock.Kind] = [
    "withLock": .lock, "withLockUnchecked": .lock, "sync": .queue,
  ]

  /// Keeps a statement or a condition as a step.
  mutating func step(_ words: Range<Int>, isStatement: Bool) -> LockNode {
    var step = LockStep(words: words)
    var known: Set<Int> = []
    var index = words.lowerBound
    while index < words.upperBound {
      if code[index].isSign("{") {
        let close = source.matches[index]
        step.closures.append((index + 1)..<close)
        add((index + 1)..<close, at: index, &step, &known)
        index = close + 1
      } else {
        index += 1
      }
    }
    let isRecognised = isStatement && step.closures.isEmpty && recognise(&step)
    if !isRecognised, step.ownWords.contains(where: { isSuspicious($0, known) }) { step.isOdd = true }
    return keep(step)
  }

  private func isSuspicious(_ index: Int, _ known: Set<Int>) -> Bool {
    guard !known.contains(index) else { return false }
    let word = code[index]
    if word.word.kind == .string {
      let text = word.text.lowercased()
      return text.contains("\\(") && ["lock", "sync", "mutex"].contains { text.contains($0) }
    }
    guard word.isName else { return false }
    return ["wait", "signal"].contains(word.text) || LockWords.areMeant(by: word.text)
  }

  // MARK: Closures

  private mutating func add(
    _ words: Range<Int>, at brace: Int, _ step: inout LockStep, _ known: inout Set<Int>
  ) {
    guard let made = try? Self.function(source, words, closureDepth: closureDepth + 1) else {
      step.makesOddClosure = true
      return
    }
    let close = words.upperBound
    made.isCalledAtOnce =
      close + 1 < code.count && code[close + 1].isSign("(") && code[close + 1].line == code[close].line
    if !made.isBalanced { step.makesOddClosure = true }
    if let call = call(before: brace, from: step.words.lowerBound) {
      if code[call].text == "async" || code[call].text == "asyncAfter" {
        // A serial queue keeps others out while it runs the closure.
        made.isGivenGuard = true
      } else if let kind = Self.holders[code[call].text],
        let owner = owner(of: call, from: step.words.lowerBound)
      {
        if let path = LockPath(code[owner]) {
          made.initial.take(LockHold(kind: kind, line: code[call].line, owner: -1), path.name)
          made.names[path.name] = path.words
          known.formUnion(owner)
          known.insert(call)
          step.isVeiled = true
        } else {
          made.isGivenGuard = true
        }
      } else if LockWords.areMeant(by: code[call].text) {
        made.isGivenGuard = true
      }
    }
    function.closures.append(made)
  }

  /// The name of the function that a closure is given to behind its brackets.
  private func call(before brace: Int, from start: Int) -> Int? {
    guard brace > start else { return nil }
    // `async` is a word of the language, too.
    if code[brace - 1].isName || code[brace - 1].isKeyword("async") { return brace - 1 }
    guard code[brace - 1].isSign(")") else { return nil }
    let open = source.matches[brace - 1]
    return open > start && code[open - 1].isName ? open - 1 : nil
  }

  /// What is before the dot of a call.
  private func owner(of call: Int, from start: Int) -> Range<Int>? {
    guard call - 2 >= start, code[call - 1].isSign(".") else { return nil }
    var first = call - 2
    while first - 2 >= start, code[first - 1].isSign(".") { first -= 2 }
    return first..<(call - 1)
  }

  // MARK: Recognising

  private mutating func recognise(_ step: inout LockStep) -> Bool {
    var words = step.words
    // `_ = pthread_mutex_lock(&m)`
    if words.count > 2, code[words.lowerBound].text == "_", code[words.lowerBound + 1].isSign("=") {
      words = words.dropFirst(2)
    }
    guard let last = words.last, code[last].isSign(")") else { return false }
    let open = source.matches[last]
    guard open > words.lowerBound else { return false }
    let name = code[open - 1].text
    let line = code[words.lowerBound].line
    if open - 1 == words.lowerBound {
      guard let effect = effect(name), let first = CArguments((open + 1)..<last, of: source).all.first else {
        return false
      }
      let path =
        first.count == 1 && code[first.lowerBound].text == "self"
        ? LockPath(words: ["self"]) : LockPath(code[first])
      guard let path else { return false }
      return add(effect, path, line, &step)
    }
    guard code[open - 2].isSign("."), open + 1 == last, ["lock", "unlock"].contains(name),
      let path = LockPath(code[words.lowerBound..<(open - 2)])
    else { return false }
    return add(name == "lock" ? .take : .give, path, line, &step)
  }

  private func effect(_ name: String) -> CLockCalls.Effect? {
    switch name {
    case "objc_sync_enter": return .take
    case "objc_sync_exit": return .give
    default:
      guard let effect = CLockCalls.functions[name], effect != .takeRCU, effect != .giveRCU else {
        return nil
      }
      return effect
    }
  }

  private func add(_ effect: CLockCalls.Effect, _ path: LockPath, _ line: Int, _ step: inout LockStep) -> Bool
  {
    function.name(path)
    step.actions.append(
      effect == .give
        ? .give(lock: path.name)
        : .take(LockHold(isRead: effect == .takeToRead, line: line), lock: path.name))
    return true
  }
}
