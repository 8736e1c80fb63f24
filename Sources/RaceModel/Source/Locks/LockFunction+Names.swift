extension LockFunction {
  private static let assignments: Set<String> = [
    "=", "+=", "-=", "++", "--", "*=", "/=", "|=", "&=", "^=", "<<=", ">>=",
  ]
  /// What may be behind the name in a declaration.
  private static let declared: Set<String> = ["=", ";", "(", "{", ",", ":", "[", ")"]

  /// Keeps what the words of a lock's name are.
  func name(_ lock: LockPath) { names[lock.name] = lock.words }

  /// Works out for each step which locks it mentions, and of which it changes what their names mean.
  ///
  /// Nil where there are too many locks to do so.
  func findMentions() -> Bool {
    guard names.count <= 24, closures.count < 512 else { return false }
    for number in steps.indices {
      let own = locks(of: steps[number])
      let words = steps[number].ownWords
      for (name, path) in names {
        for word in words where code[word].text == path[0] && code[word].word.kind != .string {
          guard !isMember(word) else {
            continue
          }
          let isAssigned = path.count > 1 && steps[number].assigned.contains(path[0])
          if isAssigned || renames(word, path) { steps[number].renamed.append(name) }
          if !steps[number].keepsLocks, !own.contains(name), mentions(word, path) {
            steps[number].mentioned.append(name)
          }
        }
      }
    }
    return true
  }

  private func locks(of step: LockStep) -> Set<String> {
    var names: Set<String> = []
    for action in step.actions {
      switch action {
      case .take(_, let lock), .give(let lock), .adopt(_, let lock), .attempt(let lock): names.insert(lock)
      case .end(let owner), .spoil(let owner): names.insert(guards[owner])
      }
    }
    return names
  }

  private func text(_ position: Int) -> String { code.indices.contains(position) ? code[position].text : "" }

  private func isMember(_ word: Int) -> Bool {
    let before = text(word - 1)
    guard [".", "->", "::"].contains(before) else { return false }
    return text(word - 2) != "this" && text(word - 2) != "self"
  }

  /// Whether the whole path begins at a word, and goes no further.
  private func mentions(_ word: Int, _ path: [String]) -> Bool {
    for (offset, part) in path.enumerated() where text(word + offset) != part { return false }
    return true
  }

  /// Whether a part of the path that leads to the lock is assigned or declared at a word.
  private func renames(_ word: Int, _ path: [String]) -> Bool {
    // A lock with a plain name is assigned only where it is made.
    var length = path.count == 1 ? 1 : path.count - 2
    while length > 0 {
      if mentions(word, Array(path.prefix(length))) {
        if Self.assignments.contains(text(word + length)) { return true }
        if length == 1, ["++", "--"].contains(text(word - 1)) { return true }
        if length == 1, path.count > 1, isDeclared(word) { return true }
      }
      length -= 2
    }
    return false
  }

  /// Whether a word looks like a name that is declared there.
  private func isDeclared(_ word: Int) -> Bool {
    guard code.indices.contains(word - 1) else { return false }
    let before = code[word - 1]
    if ["let", "var", "mut", "auto"].contains(before.text) { return true }
    guard before.isName || before.isSign(">") || isType(word - 1) else { return false }
    return Self.declared.contains(text(word + 1))
  }

  /// Whether `*` or `&` before a name belongs to a type: `Shard *s`, `auto& s`.
  private func isType(_ position: Int) -> Bool {
    guard ["*", "&", "&&"].contains(text(position)), code.indices.contains(position - 1) else { return false }
    let before = code[position - 1]
    return before.isName || before.isSign(">") || ["auto", "const", "struct"].contains(before.text)
  }

  /// Whether a block declares a name.
  func declares(_ name: String, in words: Range<Int>) -> Bool {
    words.contains { code[$0].isName && code[$0].text == name && !isMember($0) && isDeclared($0) }
  }

  /// The locks that calls take or give back in a part of the function.
  func locksOfCalls(in node: LockNode) -> Set<String> {
    switch node {
    case .step(let number):
      var names: Set<String> = []
      for action in steps[number].actions {
        switch action {
        case .take(let hold, let lock) where hold.owner == nil: names.insert(lock)
        case .give(let lock), .attempt(let lock): names.insert(lock)
        default: break
        }
      }
      return names.union(steps[number].mentioned)
    case .block(let nodes, _), .choice(let nodes, _), .clauses(let nodes, _, _): return union(nodes)
    case .loop(let loop): return union([loop.head, loop.body, loop.tail].compactMap { $0 })
    case .attempt(let body, let catches): return union([body] + catches)
    case .named(_, let node): return locksOfCalls(in: node)
    case .leave, .label: return []
    }
  }

  private func union(_ nodes: [LockNode]) -> Set<String> {
    nodes.reduce(into: []) { $0.formUnion(locksOfCalls(in: $1)) }
  }
}
