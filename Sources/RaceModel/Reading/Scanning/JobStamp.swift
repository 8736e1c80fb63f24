/// The time that a CI system puts before each line: `2025-01-01T00:00:00.0000000Z `, in brackets perhaps.
enum JobStamp {
  /// The form of a time; each `0` is any digit.
  private static let shape = Array("0000-00-00T00:00:00".utf8)

  /// Whether a text begins with a time and a blank.
  static func isIn(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    let text = withoutMark(bytes, text)
    return end(bytes, text).map { bytes.has(" ", at: $0, end: text.upperBound) } ?? false
  }

  /// Where the text of a line begins, behind the time where it has one.
  static func textStart(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int {
    let text = withoutMark(bytes, line)
    let isInBrackets = bytes.has("[", at: text.lowerBound, end: text.upperBound)
    let after: StaticString = isInBrackets ? "] " : " "
    guard let end = end(bytes, isInBrackets ? text.dropFirst() : text),
      bytes.has(after, at: end, end: text.upperBound)
    else { return text.lowerBound }
    return end + after.utf8CodeUnitCount
  }

  /// A text without the mark of the encoding, which GitHub puts before the first time of each step.
  private static func withoutMark(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Range<Int> {
    bytes.has("\u{FEFF}", at: text.lowerBound, end: text.upperBound) ? text.dropFirst(3) : text
  }

  /// Where the time ends that a text begins with, down to its `Z`; nil where it begins with none.
  private static func end(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int? {
    guard let first = text.first, bytes[first] &- 0x30 < 10, text.count > shape.count else { return nil }
    for (offset, sign) in shape.enumerated() {
      let byte = bytes[first + offset]
      guard sign == UInt8(ascii: "0") ? byte &- 0x30 < 10 : byte == sign else { return nil }
    }
    var end = first + shape.count
    if bytes[end] == UInt8(ascii: ".") {
      end += 1
      while end < text.upperBound, bytes[end] &- 0x30 < 10 { end += 1 }
    }
    return bytes.has("Z", at: end, end: text.upperBound) ? end + 1 : nil
  }
}
