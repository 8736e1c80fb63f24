/// Keeps text within the limits of a format.
enum Cutting {
  /// A text with a maximum number of bytes; a longer one ends in `…`.
  static func bytes(_ text: String, _ limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    let mark = "…"
    let bytes = text.utf8.prefix(limit - mark.utf8.count)
    // After a cut scalar there is no first byte of the next one.
    let whole = bytes.indices.reversed().first { text.utf8[$0] & 0xC0 != 0x80 } ?? bytes.startIndex
    let isWhole = text.utf8[bytes.endIndex] & 0xC0 != 0x80
    return text[..<(isWhole ? bytes.endIndex : whole)] + mark
  }
}
