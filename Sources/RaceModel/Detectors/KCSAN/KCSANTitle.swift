/// `BUG: KCSAN: data-race in F / G`, `BUG: KCSAN: assert: race in F+0x71/0xd0`.
enum KCSANTitle {
  /// Where a title stands in a line: from its first word to the line's end nothing but it.
  static func find(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard let found = bytes.first("KCSAN: ", in: range), bytes.ends("BUG: ", in: range.lowerBound..<found),
      let names = names(bytes, found - 5..<bytes.trimmed(range).upperBound), isNames(bytes, names)
    else { return nil }
    return found - 5
  }

  /// Whether the title is of an assertion that failed.
  static func isAssert(_ bytes: Span<UInt8>, _ title: Range<Int>) -> Bool {
    bytes.has("assert", at: title.lowerBound + 12, end: title.upperBound)
  }

  /// Whether the line may have lost its end: the kernel prints one name alone only with an offset.
  static func mayGoOn(_ bytes: Span<UInt8>, _ title: Range<Int>) -> Bool {
    guard let names = names(bytes, title) else { return false }
    if names.isEmpty || bytes[names.upperBound - 1] == UInt8(ascii: "/") { return true }
    return bytes.first(" / ", in: names) == nil && bytes.first("+0x", in: names) == nil
  }

  /// What stands behind `in`.
  private static func names(_ bytes: Span<UInt8>, _ title: Range<Int>) -> Range<Int>? {
    for words: StaticString in ["data-race in", "assert: race in"]
    where bytes.has(words, at: title.lowerBound + 12, end: title.upperBound) {
      let end = title.lowerBound + 12 + words.utf8CodeUnitCount
      guard end == title.upperBound || bytes[end] <= 0x20 else { return nil }
      return bytes.trimmed(end..<title.upperBound)
    }
    return nil
  }

  /// Whether a text is one or two symbols with offsets and modules; it may be cut off.
  private static func isNames(_ bytes: Span<UInt8>, _ names: Range<Int>) -> Bool {
    var symbols = 0
    var index = names.lowerBound
    while index < names.upperBound {
      let start = index
      while index < names.upperBound, bytes[index] > 0x20 { index += 1 }
      let word = start..<index
      if word.count == 1, bytes[start] == UInt8(ascii: "/") {
        guard symbols == 1 else { return false }
      } else if bytes[start] == UInt8(ascii: "[") {
        guard symbols > 0, bytes[index - 1] == UInt8(ascii: "]") else { return false }
      } else {
        symbols += 1
        guard isName(bytes, word) else { return false }
        // Two names with nothing between them are words of a sentence.
        if symbols == 2, !bytes.ends("/", in: bytes.trimmed(names.lowerBound..<start)) { return false }
      }
      while index < names.upperBound, bytes[index] <= 0x20 { index += 1 }
    }
    return symbols <= 2
  }

  /// `fn`, `fn+0x71/0xd0`; `=` at the end is the cut of a mail's encoding.
  private static func isName(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    let end = KCSANFrame.symbolEnd(bytes, at: word.lowerBound, end: word.upperBound)
    if end == word.upperBound { return end > word.lowerBound }
    if end == word.upperBound - 1, bytes[end] == UInt8(ascii: "=") { return true }
    return end > word.lowerBound && bytes.has("+0x", at: end, end: word.upperBound)
  }
}
