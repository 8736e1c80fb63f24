/// Keeping text within what a format takes.
enum Cutting {
  /// A text of so many bytes at most; one that is longer ends in `…`.
  static func bytes(_ text: String, _ limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    let mark = "…"
    let bytes = text.utf8.prefix(limit - mark.utf8.count)
    // A scalar that is cut has no first byte of the next behind it.
    let whole = bytes.indices.reversed().first { text.utf8[$0] & 0xC0 != 0x80 } ?? bytes.startIndex
    let isWhole = text.utf8[bytes.endIndex] & 0xC0 != 0x80
    return text[..<(isWhole ? bytes.endIndex : whole)] + mark
  }
}
