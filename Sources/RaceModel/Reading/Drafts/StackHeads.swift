/// The last stack kept of those that begin alike, by a hash of their beginnings. Each section of a log looks for a stack,
/// so that all there is to know of a head is in one place of memory.
struct StackHeads {
  /// Small, so that many are in the nearest memory. Heads with the same sign share their stacks, whose text decides.
  private struct Slot {
    var sign: UInt32 = 0
    /// -1 where the slot is free.
    var stack: Int32 = -1
  }

  /// Their number is a power of two, at least twice that of the heads.
  private var slots: [Slot] = []
  private var count = 0

  /// The stack of a head; -1 for none. The hash should be seeded per run, so that no log can provoke collisions.
  subscript(head: UInt64) -> Int32 {
    get { slots.isEmpty ? -1 : slots[slot(Self.sign(head))].stack }
    set {
      if 2 * (count + 1) > slots.count { grow() }
      let slot = slot(Self.sign(head))
      if slots[slot].stack < 0 { count += 1 }
      slots[slot] = Slot(sign: Self.sign(head), stack: newValue)
    }
  }

  private static func sign(_ head: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: head) }

  /// The slot of a head, or the free one where it belongs.
  private func slot(_ sign: UInt32) -> Int {
    var slot = Int(sign) & (slots.count - 1)
    while slots[slot].stack >= 0, slots[slot].sign != sign { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: max(64, 2 * old.count))
    for one in old where one.stack >= 0 { slots[slot(one.sign)] = one }
  }
}
