/// A set of ASCII characters.
struct ASCIISet: ExpressibleByStringLiteral, Sendable {
  /// One bit for each, in the lower and the upper half.
  private var bits: (UInt64, UInt64) = (0, 0)

  init(stringLiteral characters: StaticString) {
    for index in 0..<characters.utf8CodeUnitCount {
      let byte = characters.utf8Start[index]
      if byte < 64 { bits.0 |= 1 << UInt64(byte) } else { bits.1 |= 1 << UInt64(byte & 63) }
    }
  }

  /// Whether a byte is one of them.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    byte < 128 && (byte < 64 ? bits.0 : bits.1) >> UInt64(byte & 63) & 1 != 0
  }
}
