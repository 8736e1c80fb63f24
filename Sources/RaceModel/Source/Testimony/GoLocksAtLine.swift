/// The locks that a Go function holds at one of its lines.
///
/// A lock is held where a statement on the only way to the line takes it and none on the way gives it back. Where
/// branches, loops or functions without names leave two readings, it is neither held nor free.
struct GoLocksAtLine {
  /// What is known of a lock.
  enum State: Equatable {
    case free
    case held(Int)
    case unknown
  }

  private let blocks: GoBlocks
  private let events: GoLockEvents
  /// Where the line begins.
  private let start: Int
  /// Where the next line begins.
  private let end: Int
  /// The blocks around the line, the innermost first.
  private let path: [Int]
  private let function: Int

  /// The locks at a line; nil where the function cannot be read, or where it is not certain which function is meant.
  ///
  /// - Parameter isLiteral: whether the code that runs is a function without a name: of a line that begins in another
  ///   function, `go func() { c.Put() }()`, the literal is meant then.
  /// - Parameter isGate: whether a channel is known to keep out all but one, by its name.
  init?(
    _ line: Int, of body: GoFunctionBody, in text: SourceText, isLiteral: Bool = false,
    isGate: (String) -> Bool = { _ in false }
  ) {
    guard let blocks = GoBlocks(body, in: text) else { return nil }
    let all = blocks.tokens.indices.filter { blocks.tokens[$0].line == line }
    guard let inside = all.first(where: { !["{", "}"].contains(blocks.tokens[$0].word.text) }) else {
      return nil
    }
    let around = blocks.function(of: blocks.tokens[inside].block)
    let literals = Set(all.map { blocks.function(of: blocks.tokens[$0].block) }).subtracting([around])
    let events = GoLockEvents(blocks, isGate)
    // Of several functions on a line nobody can tell which one runs: it is the same where none has to do with locks.
    if literals.count > 1 {
      let touched = Set(
        (events.all.map(\.block) + events.oddities.map { blocks.tokens[$0].block }).map(blocks.function(of:)))
      guard literals.isDisjoint(with: touched) else { return nil }
    }
    let function = isLiteral ? literals.min() ?? around : around
    let own = all.filter { blocks.function(of: blocks.tokens[$0].block) == function }
    guard let first = own.first, let last = own.last,
      let word = own.first(where: { !["{", "}"].contains(blocks.tokens[$0].word.text) })
    else { return nil }
    self.blocks = blocks
    self.function = function
    self.events = events
    (start, end) = (first, last + 1)
    path = blocks.path(to: blocks.tokens[word].block)
  }

  /// The locks that are held, as statements that take them, the last one first; and whether no other is.
  func locks() -> (held: [(event: GoLockEvent, isDeferred: Bool)], isWhole: Bool) {
    var held: [(GoLockEvent, Bool)] = []
    var isWhole = !events.oddities.contains { blocks.function(of: blocks.tokens[$0].block) == function }
    for lock in Set(events.all.map(\.lock)).sorted() {
      switch state(of: lock) {
      case .free: break
      case .unknown: isWhole = false
      case .held(let position):
        let isDeferred = events.all.contains { $0.lock == lock && $0.isDeferred && isOwn($0) }
        if let event = events.all.first(where: { $0.position == position }) {
          held.append((event, isDeferred))
        }
      }
    }
    return (held.sorted { $0.0.position > $1.0.position }, isWhole)
  }

  private func isOwn(_ event: GoLockEvent) -> Bool { blocks.function(of: event.block) == function }

  /// Whether the line is looked at again after each round of a loop.
  private var isLoopHeader: Bool { blocks.tokens[start].word.text == "for" }

  // MARK: One lock

  private func state(of lock: String) -> State {
    let mine = events.all.filter { $0.lock == lock }
    // What a function without a name gives back may be what this one has taken.
    if mine.contains(where: { !isOwn($0) && isStrange($0, mine) }) { return .unknown }
    if isLoopHeader, mine.contains(where: { $0.position >= end && isOwn($0) && $0.block != path[0] }) {
      return .unknown
    }
    let own = mine.filter { isOwn($0) && !($0.isDeferred && $0.kind == .unlock) }
    if own.contains(where: { $0.isDeferred || ($0.position >= start && $0.position < end) }) {
      return .unknown
    }
    // Something unknown is done to some lock before the line: perhaps this one is given back.
    var state = State.free
    for event in own where event.position < start {
      state = self.state(after: event, from: state, own)
      if state == .unknown { return .unknown }
    }
    if case .held(let position) = state, events.oddities.contains(where: { position < $0 && $0 < end }) {
      return .unknown
    }
    return survivesLoops(state, own) ? state : .unknown
  }

  /// Whether a statement of a function without a name gives back a lock that it has not taken.
  private func isStrange(_ event: GoLockEvent, _ all: [GoLockEvent]) -> Bool {
    let own = blocks.function(of: event.block)
    if case .literal(.deferred) = blocks.kind(of: own) { return event.kind.takes }
    guard event.kind == .unlock else { return false }
    return !all.contains {
      $0.kind.takes && blocks.function(of: $0.block) == own && $0.position < event.position
    }
  }

  private func state(after event: GoLockEvent, from state: State, _ own: [GoLockEvent]) -> State {
    if path.contains(event.block) { return event.kind.takes ? .held(event.position) : .free }
    if event.kind.takes {
      // Taken on a branch: it must be given back there, or have been before, or the branch must not lead on.
      let wasReturned = own.contains {
        $0.kind == .unlock && $0.block == event.block && $0.position < event.position
      }
      if case .held = state, wasReturned { return state }
      let isReturned = own.contains {
        $0.kind == .unlock && $0.block == event.block && $0.position > event.position
      }
      return isReturned || leaves(event.block) ? state : .unknown
    }
    guard case .held = state else { return takesBefore(event, own) ? state : .unknown }
    let isRetaken = own.contains { $0.kind.takes && $0.block == event.block && $0.position > event.position }
    return isRetaken || leaves(event.block) ? state : .unknown
  }

  /// Whether a branch takes a lock before it gives it back.
  private func takesBefore(_ event: GoLockEvent, _ own: [GoLockEvent]) -> Bool {
    own.contains { $0.kind.takes && $0.block == event.block && $0.position < event.position }
  }

  /// Whether a branch that does not hold the line never leads on to it: it ends the function, or goes on with a loop
  /// that the line is in.
  private func leaves(_ block: Int) -> Bool {
    guard let last = blocks.lastStatement(of: block) else { return false }
    switch last.text {
    case "return", "panic": return true
    case "continue": return blocks.loops(around: block).first.map(path.contains) ?? false
    case "break":
      // Out of a clause it leads on behind the `switch`.
      let around = blocks.path(to: block).first { candidate in
        switch blocks.kind(of: candidate) {
        case .loop, .clause: true
        default: false
        }
      }
      guard let around, case .loop = blocks.kind(of: around) else { return false }
      return path.contains(around)
    default: return false
    }
  }

  /// Whether what is known holds in each round of the loops around the line.
  private func survivesLoops(_ state: State, _ own: [GoLockEvent]) -> Bool {
    for loop in blocks.loops(around: path[0]) {
      let inside = own.filter { blocks.path(to: $0.block).contains(loop) }
      // Taken in this loop, before the line: so it is in each round.
      if case .held(let position) = state, inside.contains(where: { $0.position == position }) { return true }
      let after = inside.filter { $0.position >= end && !$0.isDeferred }
      switch state {
      case .held: if after.contains(where: { $0.kind == .unlock }) { return false }
      case .free:
        // What the last round has taken, it must have given back.
        if let last = after.last(where: { path.contains($0.block) }), last.kind.takes { return false }
        if after.contains(where: { $0.kind.takes && !path.contains($0.block) && !isReturned($0, own) }) {
          return false
        }
      case .unknown: return false
      }
    }
    return true
  }

  private func isReturned(_ event: GoLockEvent, _ own: [GoLockEvent]) -> Bool {
    own.contains { $0.kind == .unlock && $0.block == event.block && $0.position > event.position }
  }
}
