internal import Glibc

/// Each distinct byte string once: function names, paths, test names.
///
/// Strings are looked up by their bytes, so that reading a log creates no `String` for text that it has seen
/// before. The table's hash is seeded for each run, so that no log can be designed to slow it down.
struct SymbolTable {
  /// A symbol's number: its position in the order of first sight.
  typealias ID = Int32

  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  private var slots: [ID] = Array(repeating: -1, count: 64)
  private let seed = UInt64.random(in: .min ... .max)

  /// How many symbols there are.
  var count: Int { ends.count }

  /// How many bytes all symbols have together.
  var byteCount: Int { bytes.count }

  /// The number of the symbol in `range` of `text`; nil if it is not in the table.
  func find(_ text: Span<UInt8>, _ range: Range<Int>) -> ID? {
    let hash = ByteHash.hash(text, range, seed: seed)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = slots[slot]
      if hashes[Int(id)] == hash, isEqual(id, text, range) { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The number of the symbol in `range` of `text`.
  mutating func intern(_ text: Span<UInt8>, _ range: Range<Int>) -> ID {
    let hash = ByteHash.hash(text, range, seed: seed)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = slots[slot]
      if hashes[Int(id)] == hash, isEqual(id, text, range) { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = ID(ends.count)
    text.withUnsafeBufferPointer { bytes.append(contentsOf: $0[range]) }
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = id
    if ends.count * 2 > slots.count { grow() }
    return id
  }

  /// The text of a symbol; invalid UTF-8 becomes U+FFFD.
  func string(_ id: ID) -> String { String(decoding: bytes[range(of: id)], as: UTF8.self) }

  /// The place of a symbol's bytes in the table.
  private func range(of id: ID) -> Range<Int> { (id == 0 ? 0 : ends[Int(id) - 1])..<ends[Int(id)] }

  private func isEqual(_ id: ID, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let own = self.range(of: id)
    guard own.count == range.count else { return false }
    return text.withUnsafeBytes { other in
      bytes.withUnsafeBytes { bytes in
        guard let start = bytes.baseAddress, let otherStart = other.baseAddress else { return range.isEmpty }
        return memcmp(start + own.lowerBound, otherStart + range.lowerBound, range.count) == 0
      }
    }
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (id, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = ID(id)
    }
  }
}
