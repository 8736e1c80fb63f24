/// What may be before the first word of a line.
enum LineStart {
  /// Whether a word is the first one of a line, a stamp and the like aside.
  static func isFirst(_ bytes: Span<UInt8>, _ at: Int, in line: Range<Int>) -> Bool {
    if at == line.lowerBound { return true }
    guard bytes[at - 1] <= 0x20 else { return false }
    // Of a stamp, or of a container's name, the last byte is no letter; a sentence goes on with words.
    let before = bytes.trimmed(line.lowerBound..<at)
    return before.last.map { (bytes[$0] | 0x20) &- 0x61 >= 26 || bytes[$0] == UInt8(ascii: "Z") } ?? true
  }
}
