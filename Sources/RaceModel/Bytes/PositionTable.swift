/// A hash table of the positions in a list that its owner keeps: it finds an element without a second copy of it.
struct PositionTable: Sendable {
  /// A hash of each element, in their order. It should be seeded per run, so that no log can provoke collisions.
  private var hashes: [UInt32] = []
  /// Positions; -1 marks a free slot. Their number is a power of two, at least twice that of the elements.
  private var slots: [Int32] = []

  init() {}

  /// The position of an element; for a new one the next, at which its owner then adds it.
  ///
  /// - Parameter isMeant: whether the element at a position, whose hash is the same, is the one to find.
  @inline(__always)
  mutating func position(_ hash: UInt64, where isMeant: (Int) -> Bool) -> (number: Int32, isNew: Bool) {
    if 2 * (hashes.count + 1) > slots.count { grow() }
    let tag = UInt32(truncatingIfNeeded: hash)
    let slot = slot(tag, isMeant)
    if slots[slot] >= 0 { return (slots[slot], false) }
    let number = Int32(hashes.count)
    hashes.append(tag)
    slots[slot] = number
    return (number, true)
  }

  /// The position of an element; nil where it is not in the list.
  @inline(__always)
  func find(_ hash: UInt64, where isMeant: (Int) -> Bool) -> Int32? {
    guard !slots.isEmpty else { return nil }
    let number = slots[slot(UInt32(truncatingIfNeeded: hash), isMeant)]
    return number < 0 ? nil : number
  }

  /// The slot of the element that is meant, else the free one where it belongs.
  @inline(__always)
  private func slot(_ tag: UInt32, _ isMeant: (Int) -> Bool) -> Int {
    var slot = Int(tag) & (slots.count - 1)
    while slots[slot] >= 0 {
      let position = Int(slots[slot])
      if hashes[position] == tag, isMeant(position) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: max(64, 2 * slots.count))
    for (position, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(position)
    }
  }
}
