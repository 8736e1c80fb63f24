/// Decodes a UTF-16 log (as PowerShell's `>` writes it) into UTF-8, piece by piece.
struct UTF16Decoder {
  private let isBigEndian: Bool
  /// Bytes that wait for the rest of their character.
  private var pending: [UInt8] = []
  /// Whether the byte order mark is still to come. Later it is an ordinary character.
  private var isAtStart = true

  /// A decoder for a log that begins with these bytes; nil if they are not a UTF-16 byte order mark.
  init?(mark bytes: [UInt8]) {
    switch bytes.prefix(2) {
    case [0xFF, 0xFE]: isBigEndian = false
    case [0xFE, 0xFF]: isBigEndian = true
    default: return nil
    }
  }

  /// A decoder for a log without a mark that begins with eight ASCII characters in UTF-16; nil if it does
  /// not.
  init?(plain bytes: [UInt8]) {
    let head = bytes.prefix(16)
    guard head.count == 16, let zero = head.firstIndex(of: 0), zero < 2 else { return nil }
    let isText = head.indices.allSatisfy { index in
      let byte = head[index]
      return index & 1 == zero ? byte == 0 : (0x09...0x0D).contains(byte) || (0x20..<0x7F).contains(byte)
    }
    guard isText else { return nil }
    isBigEndian = zero == 0
  }

  /// The UTF-8 of the next bytes. Lone halves of surrogate pairs become U+FFFD.
  mutating func decode(_ bytes: [UInt8]) -> [UInt8] {
    pending += bytes
    var units: [UInt16] = []
    units.reserveCapacity(pending.count / 2)
    var index = 0
    while index + 1 < pending.count {
      let (first, second) = (UInt16(pending[index]), UInt16(pending[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    if let last = units.last, UTF16.isLeadSurrogate(last) {
      units.removeLast()
      index -= 2
    }
    pending.removeSubrange(..<index)
    if isAtStart, let first = units.first {
      if first == 0xFEFF { units.removeFirst() }
      isAtStart = false
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
