extension CStatements {
  /// A declaration of a guard, as words.
  private struct Declaration {
    var name: String?
    var type: CLockCalls.Guard
    var arguments: CArguments
  }

  /// `std::lock_guard<std::mutex> guard(mu_);`, `auto guard = std::unique_lock(mu_);`, `guard(mutex)(&x->lock);`
  mutating func recogniseGuard(_ words: Range<Int>, _ step: inout LockStep) -> Bool {
    if let taken = kernelGuard(words.lowerBound, at: words.lowerBound) {
      let number = addGuard(named: nil, taken)
      step.actions.append(take(number, taken))
      return true
    }
    guard let declaration = declaration(words) else { return false }
    // What has no name ends at once.
    guard let name = declaration.name else { return true }
    return take(declaration, named: name, &step)
  }

  private func declaration(_ words: Range<Int>) -> Declaration? {
    var position = words.lowerBound
    if position + 2 < words.upperBound, code[position].isKeyword("auto"), code[position + 1].isName,
      code[position + 2].isSign("=")
    {
      let name = code[position + 1].text
      guard var found = declaration((position + 3)..<words.upperBound), found.name == nil else { return nil }
      found.name = name
      return found
    }
    var owners: Set<String> = []
    while position + 1 < words.upperBound, code[position].isName, code[position + 1].isSign("::") {
      owners.insert(code[position].text)
      position += 2
    }
    guard owners.isEmpty || CLockCalls.owners.contains(owners), position < words.upperBound,
      let type = CLockCalls.guards[code[position].text]
    else { return nil }
    position += 1
    if position < words.upperBound, code[position].isSign("<") {
      guard let close = closeAngle(position, before: words.upperBound) else { return nil }
      position = close + 1
    }
    var name: String?
    if position < words.upperBound, code[position].isName {
      name = code[position].text
      position += 1
    }
    // `std::unique_lock<std::mutex> lock;`
    if position == words.upperBound, name != nil {
      return Declaration(name: name, type: type, arguments: CArguments(position..<position, of: source))
    }
    guard position < words.upperBound, code[position].isSign("(") || code[position].isSign("{"),
      source.matches[position] == words.upperBound - 1
    else { return nil }
    return Declaration(
      name: name, type: type, arguments: CArguments((position + 1)..<(words.upperBound - 1), of: source))
  }

  private func closeAngle(_ position: Int, before end: Int) -> Int? {
    var depth = 0
    for index in position..<min(end, position + 60) {
      if code[index].isSign("<") { depth += 1 }
      if code[index].isSign(">") { depth -= 1 }
      if depth == 0 { return index }
      if code[index].isSign("(") || code[index].isSign("{") { return nil }
    }
    return nil
  }

  private mutating func take(_ declaration: Declaration, named name: String, _ step: inout LockStep) -> Bool {
    let line = code[step.words.lowerBound].line
    var arguments = declaration.arguments.all
    // `std::scoped_lock lock(std::adopt_lock, a, b)`, `std::unique_lock lock(m, std::defer_lock)`.
    let modes = arguments.compactMap { mode($0) }
    arguments.removeAll { mode($0) != nil }
    guard modes.count < 2, declaration.type.takesAll || arguments.count < 2 else {
      return attempt(declaration, named: name, line, &step)
    }
    var actions: [LockStep.Action] = []
    for (position, argument) in arguments.enumerated() {
      guard let path = LockPath(code[argument]) else { return false }
      let lock = TakenLock(path: path, isRead: declaration.type.isRead, line: line)
      let number = addGuard(named: position == 0 ? name : nil, lock)
      if lock.isRead { function.readGuards.insert(number) }
      let hold = LockHold(isRead: lock.isRead, line: line, owner: number)
      switch modes.first {
      case nil: actions.append(.take(hold, lock: path.name))
      case "defer_lock": guardNames.insert(name)
      case "adopt_lock": actions.append(.adopt(hold, lock: path.name))
      default: actions.append(.attempt(lock: path.name))
      }
    }
    step.actions += actions
    return true
  }

  /// A guard with arguments that may make it try, or wait until a time; `absl::MutexLock` waits for a condition.
  private mutating func attempt(
    _ declaration: Declaration, named name: String, _ line: Int, _ step: inout LockStep
  ) -> Bool {
    guard let first = declaration.arguments.all.first, let path = LockPath(code[first]) else { return false }
    let lock = TakenLock(path: path, isRead: declaration.type.isRead, line: line)
    let number = addGuard(named: name, lock)
    if declaration.type.isFlexible {
      step.actions.append(.attempt(lock: path.name))
    } else {
      step.actions.append(take(number, lock))
    }
    return true
  }

  private func mode(_ argument: Range<Int>) -> String? {
    guard let last = argument.last, argument.count <= 3 else { return nil }
    let name = code[last].text
    return ["defer_lock", "try_to_lock", "adopt_lock"].contains(name) ? name : nil
  }

  // MARK: Kernel

  /// What `guard(mutex)(&x->lock)` and `scoped_guard(mutex, &x->lock)` take; nil for anything else.
  func kernelGuard(_ position: Int, at start: Int) -> TakenLock? {
    let line = code[start].line
    if code[start].text == "scoped_guard" {
      let arguments = CArguments((position + 1)..<source.matches[position], of: source).all
      guard let first = arguments.first, first.count == 1 else { return nil }
      return taken(code[first.lowerBound].text, arguments.count > 1 ? arguments[1] : nil, line)
    }
    guard code[start].text == "guard", start + 4 < code.count, code[start + 1].isSign("("),
      code[start + 2].isName,
      code[start + 3].isSign(")"), code[start + 4].isSign("(")
    else { return nil }
    let argument = (start + 5)..<source.matches[start + 4]
    return taken(code[start + 2].text, argument.isEmpty ? nil : argument, line)
  }

  private func taken(_ name: String, _ argument: Range<Int>?, _ line: Int) -> TakenLock? {
    guard let effect = CLockCalls.kernelGuards[name] else { return nil }
    if effect == .takeRCU {
      return LockPath(words: ["RCU"]).map { TakenLock(path: $0, kind: .rcu, isRead: true, line: line) }
    }
    guard let argument, let path = LockPath(code[argument]) else { return nil }
    return TakenLock(path: path, isRead: effect == .takeToRead, line: line)
  }
}
