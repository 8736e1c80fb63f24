extension CStatements {
  /// Keeps a statement or a condition as a step.
  ///
  /// - Parameter endsWithSign: whether a semicolon ends it, so that it may be a declaration or a call by itself.
  mutating func step(_ words: Range<Int>, endsWithSign: Bool) throws(Unreadable) -> LockNode {
    var step = LockStep(words: words)
    for body in try CBodies(in: words, of: source).all {
      step.closures.append(body.words)
      switch body.kind {
      case .type: if isSuspicious(body.words) { step.isOdd = true }
      case .closure, .calledClosure:
        guard let made = try? Self.function(source, body.words, depth: depth + 1) else {
          step.makesOddClosure = true
          continue
        }
        made.isCalledAtOnce = body.kind == .calledClosure
        function.closures.append(made)
        if !made.isBalanced { step.makesOddClosure = true }
      }
    }
    step.isVeiled = words.first.map { code[$0].isKeyword("static") } ?? false
    let isRecognised = endsWithSign && recognise(&step)
    if !isRecognised, !isOnce(&step), isSuspicious(words, without: step.closures) { step.isOdd = true }
    spoilGuards(&step, isRecognised: isRecognised)
    return keep(step)
  }

  func isSuspicious(_ words: Range<Int>, without closures: [Range<Int>] = []) -> Bool {
    LockStep.words(words, without: closures).contains { word in
      // A guard that is known is looked at by its name.
      code[word].isName && visibleGuard(code[word].text) == nil
        && (LockWords.areMeant(by: code[word].text) || source.lockNames.contains(code[word].text))
    }
  }

  /// A guard that is used in any other way than to lock, to unlock and to wait with it may hold its lock or not.
  private func spoilGuards(_ step: inout LockStep, isRecognised: Bool) {
    for word in step.words where code[word].isName {
      guard let number = visibleGuard(code[word].text), !isMember(word) else { continue }
      let closure = function.closures.last { $0.words.contains(word) }
      if let closure, closure.guardNames.contains(code[word].text) { continue }
      if closure == nil, isRecognised || isWait(word) { continue }
      step.actions.append(.spoil(guard: number))
    }
  }

  private func isMember(_ word: Int) -> Bool {
    word > 0 && [".", "->", "::"].contains(code[word - 1].text)
  }

  /// `ready.wait(lock, ...)`, which gives the lock back while it waits, and has it again when anything else is run.
  private func isWait(_ word: Int) -> Bool {
    guard word > 2, code[word - 1].isSign("("), [".", "->"].contains(code[word - 3].text) else {
      return false
    }
    let ends = word + 1 < code.count && (code[word + 1].isSign(")") || code[word + 1].isSign(","))
    return ends && ["wait", "wait_for", "wait_until"].contains(code[word - 2].text)
  }

  /// `std::call_once(flag, [&] {...})`: what is in the braces runs with others kept out.
  private mutating func isOnce(_ step: inout LockStep) -> Bool {
    guard let call = step.words.first(where: { code[$0].text == "call_once" }), call + 1 < code.count,
      code[call + 1].isSign("("), step.words.contains(call + 1)
    else { return false }
    // Whoever calls a function by this line has others kept out.
    step.isVeiled = true
    let close = source.matches[call + 1]
    guard let comma = (call + 2..<close).first(where: { code[$0].isSign(",") }),
      let flag = LockPath(code[(call + 2)..<comma]), let closure = function.closures.last,
      step.closures.contains(closure.words)
    else { return true }
    closure.initial.take(LockHold(kind: .once, line: code[call].line, owner: -1), flag.name)
    closure.names[flag.name] = flag.words
    return true
  }

  // MARK: Recognising

  /// Whether the step is a declaration or a call that is known to take a lock, to give one back, or to do neither.
  private mutating func recognise(_ step: inout LockStep) -> Bool {
    var words = step.words
    while let first = words.first, ["const", "static", "constexpr", "mutable"].contains(code[first].text) {
      words = words.dropFirst()
    }
    if words.count > 4, code[words.lowerBound].isSign("["), code[words.lowerBound + 1].isSign("[") {
      words = (source.matches[words.lowerBound] + 1)..<words.upperBound
    }
    let range = words
    if isLockDeclaration(range) || recogniseGuard(range, &step) { return true }
    return recogniseCall(range, &step)
  }

  /// `static std::mutex m;`
  private func isLockDeclaration(_ words: Range<Int>) -> Bool {
    guard let type = words.first(where: { CLockCalls.lockTypes.contains(code[$0].text) }),
      type + 1 < words.upperBound,
      words.prefix(while: { $0 < type }).allSatisfy({
        ["std", "absl", "boost", "::"].contains(code[$0].text)
      }),
      code[type + 1].isName
    else { return false }
    let rest = (type + 2)..<words.upperBound
    return rest.isEmpty || (!code[rest].contains { $0.isSign("(") } && !code[rest.lowerBound].isSign("*"))
  }

  private mutating func recogniseCall(_ all: Range<Int>, _ step: inout LockStep) -> Bool {
    var words = all
    // `(void)pthread_mutex_lock(&m);`
    if words.count > 3, code[words.lowerBound].isSign("("), code[words.lowerBound + 1].isKeyword("void"),
      code[words.lowerBound + 2].isSign(")")
    {
      words = (words.lowerBound + 3)..<words.upperBound
    }
    guard let last = words.last, code[last].isSign(")") else { return false }
    let open = source.matches[last]
    guard open > words.lowerBound else { return false }
    let name = code[open - 1].text
    let arguments = CArguments((open + 1)..<last, of: source)
    if name == "guard" || kernelGuard(words.lowerBound, at: words.lowerBound) != nil { return false }
    if open - 1 == words.lowerBound {
      if CLockCalls.harmless.contains(name) {
        step.keepsLocks = true
        return true
      }
      return recognise(function: name, arguments, &step)
    }
    let owner = (open - 2)
    if code[owner].isSign("::") {
      return words.count > 3 && code[words.lowerBound].text == "std" && open - 3 == words.lowerBound
        && name == "lock" && takeAll(arguments, &step)
    }
    guard [".", "->"].contains(code[owner].text), arguments.all.isEmpty else { return false }
    return recognise(method: name, words.lowerBound..<owner, &step)
  }

  private func recognise(function name: String, _ arguments: CArguments, _ step: inout LockStep) -> Bool {
    guard let effect = CLockCalls.functions[name] else { return false }
    let line = code[step.words.lowerBound].line
    switch effect {
    case .takeRCU:
      step.actions.append(.take(LockHold(kind: .rcu, isRead: true, line: line), lock: "RCU"))
      return arguments.all.isEmpty
    case .giveRCU:
      step.actions.append(.give(lock: "RCU"))
      return arguments.all.isEmpty
    case .take, .takeToRead, .give:
      guard let first = arguments.all.first, let path = LockPath(code[first]) else { return false }
      return add(effect, path, line, &step)
    }
  }

  private func add(
    _ effect: CLockCalls.Effect, _ path: LockPath, _ line: Int, _ step: inout LockStep
  ) -> Bool {
    function.name(path)
    if effect == .give {
      step.actions.append(.give(lock: path.name))
    } else {
      step.actions.append(.take(LockHold(isRead: effect == .takeToRead, line: line), lock: path.name))
    }
    return true
  }

  private func recognise(method name: String, _ owner: Range<Int>, _ step: inout LockStep) -> Bool {
    let line = code[step.words.lowerBound].line
    if owner.count == 1, let number = visibleGuard(code[owner.lowerBound].text) {
      switch name {
      case "lock", "relock":
        step.actions.append(.take(guardHold(number, line), lock: function.guards[number]))
      case "unlock", "Release": step.actions.append(.end(guard: number))
      default: return false
      }
      return true
    }
    guard let effect = CLockCalls.methods[name], let path = LockPath(code[owner]), !isGuardParameter(path)
    else {
      return false
    }
    return add(effect, path, line, &step)
  }

  private func guardHold(_ number: Int, _ line: Int) -> LockHold {
    LockHold(isRead: function.readGuards.contains(number), line: line, owner: number)
  }

  /// Whether a name is that of a parameter that may be a guard of a lock with another name.
  private func isGuardParameter(_ path: LockPath) -> Bool {
    let root = path.words[0]
    guard let position = source.head.lastIndex(where: { $0.text == root }) else { return false }
    return source.head[..<position].suffix(24).contains { word in
      let name = word.text.lowercased()
      return word.isName && (name.contains("lock") || name.contains("guard"))
    }
  }

  /// `std::lock(a, b);`, of locks or of guards that wait.
  private func takeAll(_ arguments: CArguments, _ step: inout LockStep) -> Bool {
    let line = code[step.words.lowerBound].line
    var actions: [LockStep.Action] = []
    for argument in arguments.all {
      if argument.count == 1, let number = visibleGuard(code[argument.lowerBound].text) {
        actions.append(.take(guardHold(number, line), lock: function.guards[number]))
      } else if let path = LockPath(code[argument]) {
        function.name(path)
        actions.append(.take(LockHold(line: line), lock: path.name))
      } else {
        return false
      }
    }
    step.actions += actions
    return !actions.isEmpty
  }
}
