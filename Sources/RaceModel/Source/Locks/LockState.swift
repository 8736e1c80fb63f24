/// What is known of the locks of a function at one position. A lock that is not named is free.
struct LockState: Equatable {
  /// What is known of a lock.
  enum Value: Equatable {
    case held(LockHold)
    /// Held or free. Taking it or giving it back settles that, except where its name no longer says which one it is.
    case unknown(isLasting: Bool)
  }

  var locks: [String: Value] = [:]

  /// What is known where two ways meet.
  mutating func join(_ other: LockState) {
    for name in Set(locks.keys).union(other.locks.keys) {
      locks[name] = Self.join(locks[name], other.locks[name])
    }
  }

  private static func join(_ one: Value?, _ two: Value?) -> Value? {
    guard one != two else { return one }
    if case .held(var hold) = one, case .held(let second) = two, hold.isRead == second.isRead,
      hold.owner == second.owner, hold.kind == second.kind
    {
      hold.line = min(hold.line, second.line)
      hold.mayBeNested = hold.mayBeNested || second.mayBeNested
      return .held(hold)
    }
    let isLasting = [one, two].contains { $0 == .unknown(isLasting: true) }
    return .unknown(isLasting: isLasting)
  }

  // MARK: Doing

  mutating func take(_ hold: LockHold, _ lock: String) {
    switch locks[lock] {
    case nil: locks[lock] = .held(hold)
    case .held: locks[lock] = .unknown(isLasting: true)
    case .unknown(isLasting: true): break
    case .unknown:
      var hold = hold
      hold.mayBeNested = true
      locks[lock] = .held(hold)
    }
  }

  /// Gives a lock back. False where it was free.
  mutating func give(_ lock: String) -> Bool {
    switch locks[lock] {
    case nil: return false
    // What a guard gives back, too: perhaps it is taken again before.
    case .held(let hold) where hold.owner != nil: locks[lock] = .unknown(isLasting: true)
    case .held(let hold): locks[lock] = hold.mayBeNested ? .unknown(isLasting: false) : nil
    case .unknown(isLasting: true): break
    case .unknown: locks[lock] = nil
    }
    return true
  }

  /// Ends a guard, which gives back what it holds.
  mutating func end(_ owner: Int, _ lock: String) {
    switch locks[lock] {
    case .held(let hold) where hold.owner == owner:
      locks[lock] = hold.mayBeNested ? .unknown(isLasting: false) : nil
    case .unknown(isLasting: false): locks[lock] = nil
    default: break
    }
  }

  /// Takes over for a guard what must have been taken.
  mutating func adopt(_ hold: LockHold, _ lock: String) {
    guard case .held(var held) = locks[lock], held.owner == nil else {
      locks[lock] = .unknown(isLasting: true)
      return
    }
    held.owner = hold.owner
    locks[lock] = .held(held)
  }

  /// Makes a lock that may be held one of which nothing is known.
  mutating func doubt(_ lock: String, isLasting: Bool = false) {
    guard let value = locks[lock] else { return }
    if value != .unknown(isLasting: true) { locks[lock] = .unknown(isLasting: isLasting) }
  }

  /// Doubts all locks that no guard holds.
  mutating func doubtCalls(isLasting: Bool) {
    for (name, value) in locks {
      if case .held(let hold) = value, hold.owner != nil { continue }
      doubt(name, isLasting: isLasting)
    }
  }
}
