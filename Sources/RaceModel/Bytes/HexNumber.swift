/// A hexadecimal number as printed in a log: its value and number of digits.
public struct HexNumber: Hashable, Sendable, CustomStringConvertible {
  /// The number.
  public let value: UInt64
  /// Digits after `0x`, including leading zeros.
  public var digits: Int { Int(digitCount) }

  private let digitCount: UInt8

  /// A number written with at least `digits` digits.
  public init(_ value: UInt64, digits: Int = 1) {
    self.value = value
    digitCount = UInt8(clamping: digits)
  }

  /// `0x` and the digits, as printed in the log (lower case).
  public var description: String {
    let count = max(digits, significantDigits)
    return String(unsafeUninitializedCapacity: count + 2) { buffer in
      buffer[0] = UInt8(ascii: "0")
      buffer[1] = UInt8(ascii: "x")
      for place in 0..<count {
        let digit = place < 16 ? UInt8(value >> UInt64(4 * place) & 15) : 0
        buffer[count + 1 - place] = digit < 10 ? 0x30 + digit : 0x57 + digit
      }
      return count + 2
    }
  }

  /// Digits without leading zeros.
  package var significantDigits: Int { max(1, (67 - value.leadingZeroBitCount) / 4) }
}
