/// A hexadecimal number as a log prints it: its value and how many digits it was written with.
public struct HexNumber: Hashable, Sendable, CustomStringConvertible {
  /// The number.
  public let value: UInt64
  /// Digits after `0x`, leading zeros counted.
  public var digits: Int { Int(digitCount) }

  private let digitCount: UInt8

  /// A number written with at least `digits` digits.
  public init(_ value: UInt64, digits: Int = 1) {
    self.value = value
    digitCount = UInt8(clamping: digits)
  }

  /// `0x` and the digits, as printed in the log (lower case).
  public var description: String {
    let text = String(value, radix: 16)
    return "0x" + String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
