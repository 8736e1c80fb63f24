/// What people put right before a line to point at it, and what runners print for a test: `>`, `->`, `*`, `.`, an arrow, a
/// bullet, an emoji. No name begins with one.
enum FrontMark {
  private static let signs: ASCIISet = "->=*+.|~#!`,;:"

  /// Whether a name may begin at a place: most begin with a letter.
  @inline(__always)
  static func mayBeName(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Bool {
    bytes[start].isLetter || length(bytes, at: start, end: end) == nil
  }

  /// The length of the mark at a place; nil if there is none.
  static func length(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
    guard start < end else { return nil }
    if bytes[start] < 0x80 { return signs.contains(bytes[start]) ? 1 : nil }
    guard start + 1 < end else { return nil }
    switch (bytes[start], bytes[start + 1]) {
    // `»`, `·`
    case (0xC2, 0xBB), (0xC2, 0xB7): return 2
    // Dashes and bullets, arrows, shapes, dingbats: U+2000 to U+203F, U+2180 to U+2BFF.
    case (0xE2, 0x80), (0xE2, 0x86...0xAF): return start + 2 < end ? 3 : nil
    // What makes a sign an emoji.
    case (0xEF, 0xB8): return start + 2 < end ? 3 : nil
    // Emoji: U+1F000 to U+1FFFF.
    case (0xF0, 0x9F): return start + 3 < end ? 4 : nil
    default: return nil
    }
  }

  /// The end of the marks at the start of a text.
  static func end(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int {
    var index = text.lowerBound
    while let length = length(bytes, at: index, end: text.upperBound) { index += length }
    return index
  }
}
