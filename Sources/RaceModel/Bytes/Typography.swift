/// Typographic forms of the letters of a report, as in papers, books and blogs.
enum Typography {
  /// The letters of a ligature, and how many bytes it has; nil for all other characters.
  static func letters(
    _ bytes: Span<UInt8>, _ index: Int, in range: Range<Int>
  ) -> (text: [UInt8], count: Int)? {
    // The sign of multiplication, between the digits of an address.
    if bytes.has("×", at: index, end: range.upperBound), isInNumber(bytes, index, in: range) {
      return (Array("x".utf8), 2)
    }
    guard bytes[index] == 0xEF else { return nil }
    let found = ligatures.first { bytes.has($0.character, at: index, end: range.upperBound) }
    return found.map { (Array($0.letters.utf8), 3) }
  }

  /// Whether a sign of two bytes is between a zero without a digit before it, and a digit.
  private static func isInNumber(_ bytes: Span<UInt8>, _ index: Int, in range: Range<Int>) -> Bool {
    guard index > range.lowerBound, bytes[index - 1] == UInt8(ascii: "0"), index + 2 < range.upperBound,
      hexDigit(bytes[index + 2]) != nil
    else { return false }
    return index - 1 == range.lowerBound || bytes[index - 2] &- 0x30 >= 10
  }

  private static let ligatures: [(character: StaticString, letters: String)] = [
    ("\u{FB00}", "ff"), ("\u{FB01}", "fi"), ("\u{FB02}", "fl"), ("\u{FB03}", "ffi"), ("\u{FB04}", "ffl"),
  ]
}
