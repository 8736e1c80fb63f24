/// What a person put before a frame to point at it. The frame follows as printed, but for its indentation.
///
/// ```
/// >>> #0 add a.cc:1 (s+0x1)
/// ==77== -> at 0x109532: peek (m.c:16)
/// ** mill_push+0x8e/0x140
/// ```
///
/// A single `>` does not count: mails quote with it.
enum PersonMark {
  private static let beginnings: ASCIISet = "-=>*!+"

  /// Of two that begin alike the longer one is first.
  private static let marks: [StaticString] =
    ListMark.arrows + [
      ">>>", ">>", "***", "**", "*", "!!!", "!!", "!", "-", "+",
      "\u{2192}", "\u{21D2}", "\u{279C}", "\u{27A1}", "\u{25B6}", "\u{25BA}", "\u{1F449}",
    ]

  /// A trimmed line without it; nil where the line begins with none.
  static func removed(from bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    guard let start = line.first, bytes[start] > 0x7F || beginnings.contains(bytes[start]),
      let mark = marks.first(where: { bytes.has($0, at: start, end: line.upperBound) }),
      case let end = start + mark.utf8CodeUnitCount, end < line.upperBound, bytes[end] <= 0x20
    else { return nil }
    return bytes.trimmed(end..<line.upperBound)
  }
}
