/// Who has printed a line where several print at once, as far as what stands before the line's text tells.
///
/// ```
/// 12: [ RUN      ] Cart.Add                 ctest -V: the number of the test; srun -l: that of the task
/// api-1  | [ RUN      ] Cart.Add            Docker Compose: the container
/// [talker-1] [ RUN      ] Cart.Add          ROS: the process
/// ```
///
/// A stamp may stand before it.
enum LineWriter {
  /// The name or the number; nil where nothing of the kind stands there.
  static func name(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    var text = withoutEscape(bytes, line)
    // A date, a time, and a zone.
    for _ in 0..<3 {
      let end = bytes.wordEnd(in: text)
      guard isStamp(bytes, text.lowerBound..<end) else { break }
      text = withoutEscape(bytes, end..<text.upperBound)
    }
    guard let first = text.first else { return nil }
    if bytes[first] == UInt8(ascii: "[") { return process(bytes, text) }
    guard let number = bytes.decimal(at: first, end: text.upperBound) else { return container(bytes, text) }
    return bytes.has(": ", at: number.end, end: text.upperBound) ? first..<number.end : nil
  }

  /// Whether it is a name, not a number: the lines of a file may be numbered, too.
  static func isName(_ bytes: Span<UInt8>, _ writer: Range<Int>) -> Bool {
    writer.first.map { bytes[$0] &- 0x30 >= 10 } ?? false
  }

  /// The text without blanks around it, and without a colour at its beginning.
  private static func withoutEscape(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Range<Int> {
    let text = bytes.trimmed(text)
    guard let first = text.first, bytes[first] == UInt8(ascii: "["), first > 0, bytes[first - 1] == 0x1B,
      let end = bytes.first(UInt8(ascii: "m"), in: text), end - first < 12
    else { return text }
    return bytes.trimmed(end + 1..<text.upperBound)
  }

  private static let ofStamps: ASCIISet = "0123456789-:.,+TZ/[]()"

  /// Whether a word is a date or a time.
  private static func isStamp(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard let last = word.last, bytes[last] != UInt8(ascii: ":") else { return false }
    var digits = 0
    for index in word {
      guard ofStamps.contains(bytes[index]) else { return false }
      if bytes[index] &- 0x30 < 10 { digits += 1 }
    }
    return digits > 3
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// `[talker-1] `
  private static func process(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Range<Int>? {
    let start = text.lowerBound + 1
    var end = start
    while end < text.upperBound, isOfName(bytes[end]) { end += 1 }
    guard end > start + 2, isLetter(bytes[start]), bytes[end - 1] &- 0x30 < 10,
      bytes.has("] ", at: end, end: text.upperBound),
      let dash = bytes.last(UInt8(ascii: "-"), in: start..<end),
      (dash + 1..<end).allSatisfy({ bytes[$0] &- 0x30 < 10 })
    else { return nil }
    return start..<end
  }

  /// `api-1  | `
  private static func container(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Range<Int>? {
    let start = text.lowerBound
    guard isLetter(bytes[start]) else { return nil }
    var end = start
    while end < text.upperBound, isOfName(bytes[end]) { end += 1 }
    var bar = end
    while bar < text.upperBound, bytes[bar] == 0x20 { bar += 1 }
    guard bar > end, bytes.has("|", at: bar, end: text.upperBound),
      bar + 1 == text.upperBound || bytes[bar + 1] <= 0x20
    else { return nil }
    return start..<end
  }
}
