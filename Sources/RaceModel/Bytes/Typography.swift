/// Typographic forms of the letters of a report, as in papers, books and blogs.
enum Typography {
  /// The letters of a ligature, or the plain quote of a curly one, and how many bytes it has; nil for all other
  /// characters.
  static func letters(
    _ bytes: Span<UInt8>, _ index: Int, in range: Range<Int>
  ) -> (text: [UInt8], count: Int)? {
    // The sign of multiplication, between the digits of an address.
    if bytes.has("×", at: index, end: range.upperBound), isInNumber(bytes, index, in: range) {
      return (Array("x".utf8), 2)
    }
    if let quote = quote(bytes, index, in: range) { return ([quote], 3) }
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

  /// The plain form of a curly apostrophe inside a word, or of a curly quote around addresses: `alloc’d by thread #1`,
  /// `lock order “0x10C120 before 0x10C0E0”`. Others may be a program's, and in a path it is part of a name.
  private static func quote(_ bytes: Span<UInt8>, _ index: Int, in range: Range<Int>) -> UInt8? {
    guard bytes[index] == 0xE2, index + 2 < range.upperBound, bytes[index + 1] == 0x80 else { return nil }
    switch bytes[index + 2] {
    case 0x99: return isInWord(bytes, index, in: range) ? UInt8(ascii: "'") : nil
    case 0x9C: return bytes.has("0x", at: index + 3, end: range.upperBound) ? UInt8(ascii: "\"") : nil
    case 0x9D: return isBehindAddress(bytes, index, in: range) ? UInt8(ascii: "\"") : nil
    default: return nil
    }
  }

  /// Whether a sign of three bytes is between two letters of a word that is no path.
  private static func isInWord(_ bytes: Span<UInt8>, _ index: Int, in range: Range<Int>) -> Bool {
    guard index > range.lowerBound, index + 3 < range.upperBound, bytes[index - 1].isLetter,
      bytes[index + 3].isLetter
    else { return false }
    var (start, end) = (index, index + 3)
    while start > range.lowerBound, bytes[start - 1] > 0x20 { start -= 1 }
    while end < range.upperBound, bytes[end] > 0x20 { end += 1 }
    return !(start..<end).contains {
      bytes[$0] == UInt8(ascii: "/") || bytes[$0] == UInt8(ascii: "\\")
    }
  }

  /// Whether `0x` and digits are right before a place.
  private static func isBehindAddress(_ bytes: Span<UInt8>, _ index: Int, in range: Range<Int>) -> Bool {
    var start = index
    while start > range.lowerBound, hexDigit(bytes[start - 1]) != nil { start -= 1 }
    return start < index && start - 2 >= range.lowerBound && bytes.has("x", at: start - 1, end: index)
      && bytes[start - 2] == UInt8(ascii: "0")
  }

  private static let ligatures: [(character: StaticString, letters: String)] = [
    ("\u{FB00}", "ff"), ("\u{FB01}", "fi"), ("\u{FB02}", "fl"), ("\u{FB03}", "ffi"), ("\u{FB04}", "ffl"),
  ]
}
