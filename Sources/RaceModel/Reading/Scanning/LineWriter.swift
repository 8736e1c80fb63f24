/// The writer of a line in a log that several write at once: the text at the beginning of the line tells.
///
/// ```
/// 12: [ RUN      ] Cart.Add                 ctest -V: the number of the test; srun -l: that of the task
/// api-1  | [ RUN      ] Cart.Add            Docker Compose: the container
/// [talker-1] [ RUN      ] Cart.Add          ROS: the process
/// ```
///
/// A stamp may be before it.
enum LineWriter {
  /// The name or the number; nil if the line has neither.
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
  static func isName(_ writer: [UInt8]) -> Bool { writer.first.map { $0 &- 0x30 >= 10 } ?? false }

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

  private static let ofNames: ASCIISet =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./"

  /// Where the name ends that a text begins with; nil unless it begins with a letter.
  private static func nameEnd(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int? {
    guard let first = text.first, (bytes[first] | 0x20) &- 0x61 < 26 else { return nil }
    return text.first { !ofNames.contains(bytes[$0]) } ?? text.upperBound
  }

  /// `[talker-1] `
  private static func process(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Range<Int>? {
    let start = text.lowerBound + 1
    guard let end = nameEnd(bytes, start..<text.upperBound), end > start + 2, bytes[end - 1] &- 0x30 < 10,
      bytes.has("] ", at: end, end: text.upperBound),
      let dash = bytes.last(UInt8(ascii: "-"), in: start..<end),
      (dash + 1..<end).allSatisfy({ bytes[$0] &- 0x30 < 10 })
    else { return nil }
    return start..<end
  }

  /// `api-1  | `
  private static func container(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Range<Int>? {
    guard let end = nameEnd(bytes, text) else { return nil }
    var bar = end
    while bar < text.upperBound, bytes[bar] == 0x20 { bar += 1 }
    guard bar > end, bytes.has("|", at: bar, end: text.upperBound),
      bar + 1 == text.upperBound || bytes[bar + 1] <= 0x20
    else { return nil }
    return text.lowerBound..<end
  }
}
