/// Characters beyond ASCII that look like a blank, or like nothing: web pages and chat programs put them into
/// copied text.
enum Invisible {
  /// Whether such a character may begin with a byte.
  static func mayBegin(_ byte: UInt8) -> Bool {
    byte == 0xC2 || byte == 0xC3 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF || byte == 0xA0
  }

  /// The character at a place; nil if it is visible.
  static func find(_ bytes: Span<UInt8>, _ index: Int, in range: Range<Int>) -> (count: Int, isBlank: Bool)? {
    func byte(_ offset: Int) -> UInt8 { index + offset < range.upperBound ? bytes[index + offset] : 0 }
    switch (bytes[index], byte(1), byte(2)) {
    // No-break space.
    case (0xC2, 0xA0, _): return (2, true)
    // The soft hyphen: where a word may be broken.
    case (0xC2, 0xAD, _): return (2, false)
    // The same in Latin-1: here the byte cannot continue a UTF-8 character.
    case (0xA0, _, _):
      let isAlone = index == range.lowerBound || bytes[index - 1] < 0x80 || bytes[index - 1] == 0xA0
      return isAlone ? (1, true) : nil
    // Spaces of any width; the narrow no-break space; the ideographic space.
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80): return (3, true)
    // Zero width, the word joiner, the byte order mark. Characters that change the text direction are kept,
    // and shown as such.
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return (3, false)
    default: return nil
    }
  }
}
