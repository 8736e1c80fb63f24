/// An address without some or all of its digits: `0x...`, `0xXXXX`, `0x7fff…`.
enum ElidedAddress {
  /// Its end; nil if a text does not begin with one, or with an address that has its digits.
  static func end(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
    guard bytes.has("0x", at: start, end: end) else { return nil }
    var index = start + 2
    while index < end, hexDigit(bytes[index]) != nil { index += 1 }
    let mask = index
    while index < end, isMask(bytes[index]) || hexDigit(bytes[index]) != nil { index += 1 }
    // A dot alone ends a sentence.
    guard index > mask, index > mask + 1 || bytes[mask] != UInt8(ascii: ".") else { return nil }
    return index
  }

  fileprivate static func isMask(_ byte: UInt8) -> Bool { isSign(byte) || byte | 0x20 == UInt8(ascii: "x") }

  /// Whether people replace digits with such a byte.
  static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    // `…`, by its bytes.
    case 0xE2, 0x80, 0xA6: true
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "_"): true
    default: false
    }
  }
}

extension Span<UInt8> {
  /// The address at `start` and where it ends; the value is nil if digits were left out. Nil without an address.
  func address(at start: Int, end: Int) -> (value: HexNumber?, end: Int)? {
    let number = hexadecimal(at: start, end: end)
    if let number, number.end == end || !ElidedAddress.isMask(self[number.end]) {
      return (number.value, number.end)
    }
    if let after = ElidedAddress.end(self, at: start, end: end) { return (nil, after) }
    return number.map { ($0.value, $0.end) }
  }
}
