/// A statement of a Go function that takes a lock or gives it back.
struct GoLockEvent {
  /// What it does.
  enum Kind {
    case lock, readLock, unlock

    /// Whether a lock is taken.
    var takes: Bool { self != .unlock }
  }

  /// What it does.
  let kind: Kind
  /// The lock as the line writes it: `c.mu`.
  let lock: String
  /// Whether it is done when the function ends.
  let isDeferred: Bool
  /// The position of its first word in the function.
  let position: Int
  /// Its line, from 1.
  let line: Int
  /// The block that it is in.
  let block: Int
}

/// All such statements of a function, and what makes them uncertain.
struct GoLockEvents {
  private static let calls: [String: GoLockEvent.Kind] = [
    "Lock": .lock, "RLock": .readLock, "Unlock": .unlock, "RUnlock": .unlock,
  ]

  /// The statements in their order.
  private(set) var all: [GoLockEvent] = []
  /// Where something is done to a lock that cannot be told: `s.shards[i].Lock()`, `c.lock()`, `mu.TryLock()`.
  private(set) var oddities: [Int] = []

  /// - Parameter isGate: whether a channel keeps out all but one, by its name: sending to it takes it, receiving gives
  ///   it back.
  init(_ blocks: GoBlocks, _ isGate: (String) -> Bool) {
    let tokens = blocks.tokens
    let gates = GoGateEvents(blocks)
    for (channel, events) in gates.byChannel.sorted(by: { $0.key < $1.key }) {
      if events.first?.kind == .lock, isGate(channel) {
        all += events
      } else {
        oddities += events.map(\.position)
      }
    }
    for position in tokens.indices where tokens[position].word.kind == .identifier {
      let name = tokens[position].word.text
      guard name.lowercased().contains("lock"), Self.word(position + 1, tokens)?.isSign("(") == true else {
        continue
      }
      if let kind = Self.calls[name], let event = Self.event(kind, named: position, tokens) {
        all.append(event)
      } else if !["block", "clock"].contains(where: { name.lowercased().contains($0) }) {
        oddities.append(position)
      }
    }
    all.sort { $0.position < $1.position }
  }

  private static func word(_ position: Int, _ tokens: [GoBlocks.Token]) -> LexedLine.Word? {
    tokens.indices.contains(position) ? tokens[position].word : nil
  }

  /// A call that is a statement by itself: `c.mu.Lock()`, `defer c.mu.Unlock()`.
  private static func event(
    _ kind: GoLockEvent.Kind, named position: Int, _ tokens: [GoBlocks.Token]
  ) -> GoLockEvent? {
    guard word(position + 2, tokens)?.isSign(")") == true, endsStatement(position + 2, tokens) else {
      return nil
    }
    var parts: [String] = []
    var start = position
    while word(start - 1, tokens)?.isSign(".") == true, let owner = word(start - 2, tokens),
      owner.kind == .identifier
    {
      parts.insert(owner.text, at: 0)
      start -= 2
    }
    guard !parts.isEmpty, word(start - 1, tokens)?.isSign(".") != true else { return nil }
    var isDeferred = false
    if let before = word(start - 1, tokens), before.kind == .keyword,
      tokens[start - 1].line == tokens[start].line
    {
      guard before.text == "defer" else { return nil }
      isDeferred = true
      start -= 1
    }
    guard beginsStatement(start, tokens) else { return nil }
    return GoLockEvent(
      kind: kind, lock: parts.joined(separator: "."), isDeferred: isDeferred, position: start,
      line: tokens[start].line, block: tokens[start].block)
  }

  private static func beginsStatement(_ position: Int, _ tokens: [GoBlocks.Token]) -> Bool {
    guard let before = word(position - 1, tokens) else { return false }
    if before.kind == .sign, ["{", "}", ";", ":"].contains(before.text) { return true }
    let isNewLine = tokens[position - 1].line != tokens[position].line
    return isNewLine && (before.kind != .sign || [")", "]", "++", "--"].contains(before.text))
  }

  private static func endsStatement(_ position: Int, _ tokens: [GoBlocks.Token]) -> Bool {
    guard let next = word(position + 1, tokens) else { return true }
    if next.isSign(";") || next.isSign("}") { return true }
    return tokens[position + 1].line != tokens[position].line && !next.isSign(".")
  }
}
