/// Words people substitute for numbers that are private or change from run to run.
///
/// ```
/// Read at <addr> by goroutine A:
/// Previous write at [redacted] by goroutine <id>:
/// Goroutine N (running) created at:
/// ```
enum GoPlaceholder {
  /// Where a word in the place of an address ends; nil where none begins.
  static func address(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
    if let close = bracketed(bytes, at: start, end: end) { return close }
    let word = wordRange(bytes, at: start, end: end)
    guard !word.isEmpty, word.count <= longest else { return nil }
    if word.allSatisfy({ ElidedAddress.isSign(bytes[$0]) }) { return word.upperBound }
    // Words of a sentence are in small letters.
    let isName =
      bytes[word.lowerBound] &- 0x41 < 26
      && word.allSatisfy {
        bytes[$0] &- 0x41 < 26 || bytes[$0] &- 0x30 < 10 || bytes[$0] == UInt8(ascii: "_")
      }
    return isName || bytes.equals("addr", word) || bytes.equals("address", word) ? word.upperBound : nil
  }

  /// Where a few letters in the place of a goroutine's number end; nil where none begin.
  static func number(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
    if let close = bracketed(bytes, at: start, end: end) { return close }
    let word = wordRange(bytes, at: start, end: end)
    guard !word.isEmpty, word.count <= 4, bytes[word.lowerBound] &- 0x30 >= 10 else { return nil }
    let isShort = word.allSatisfy {
      ElidedAddress.isSign(bytes[$0]) || bytes[$0].isLetter || bytes[$0].isDigit
    }
    return isShort ? word.upperBound : nil
  }

  private static let longest = 24

  /// The text up to a blank or a colon.
  private static func wordRange(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Range<Int> {
    var index = start
    while index < end, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ":") { index += 1 }
    return start..<index
  }

  /// Where a text in brackets ends.
  private static func bracketed(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
    guard start < end else { return nil }
    let closing: UInt8
    switch bytes[start] {
    case UInt8(ascii: "<"): closing = UInt8(ascii: ">")
    case UInt8(ascii: "["): closing = UInt8(ascii: "]")
    case UInt8(ascii: "{"): closing = UInt8(ascii: "}")
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    default: return nil
    }
    guard let close = bytes.first(closing, in: start..<min(end, start + longest)), close > start + 1 else {
      return nil
    }
    return close + 1
  }
}
