/// What is kept of the heads of stacks, by a hash of each. Each section of a log looks for a stack, so that all there is to
/// know of a head is in one place of memory.
struct StackHeads {
  /// A head of stacks.
  struct Head {
    /// The last stack kept of those with the head; -1 for none.
    var stack: KnownStacks.ID = -1
    /// Whether others are told by more of their bytes.
    var hasLonger = false
  }

  /// Small, so that many are in the nearest memory. Heads with the same sign share their stacks, whose text decides.
  private struct Slot {
    /// The lowest bit tells whether others are told by more of their bytes.
    var sign: UInt32 = 0
    /// -2 where the slot is free.
    var stack: KnownStacks.ID = -2
  }

  /// Their number is a power of two, at least twice that of the heads.
  private var slots: [Slot] = []
  private var count = 0

  /// The head with a hash, which should be seeded per run, so that no log can provoke collisions.
  subscript(hash: UInt64) -> Head {
    get {
      guard !slots.isEmpty, case let slot = slots[slot(Self.sign(hash))], slot.stack >= -1 else {
        return Head()
      }
      return Head(stack: slot.stack, hasLonger: slot.sign & 1 == 1)
    }
    set {
      if 2 * (count + 1) > slots.count { grow() }
      let slot = slot(Self.sign(hash))
      if slots[slot].stack < -1 { count += 1 }
      slots[slot] = Slot(sign: Self.sign(hash) | (newValue.hasLonger ? 1 : 0), stack: newValue.stack)
    }
  }

  private static func sign(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash) & ~1 }

  /// The slot of a sign, or the free one where it belongs.
  private func slot(_ sign: UInt32) -> Int {
    var slot = Int(sign >> 1) & (slots.count - 1)
    while slots[slot].stack >= -1, slots[slot].sign & ~1 != sign { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: max(64, 2 * old.count))
    for one in old where one.stack >= -1 { slots[slot(one.sign & ~1)] = one }
  }
}
