/// The end of a string literal after the last line of a report, which was copied into the source of a
/// program, or into a document.
///
/// ```
///       /src/build.go:3106 +0xcd0`,
///     #1 main main.c:21 (app+0x1)""")
///       /src/build.go:3106 +0xcd0```
/// ```
enum LiteralEnd {
  /// The line without the end of a literal that does not begin on it; the line itself if it has none.
  @inline(__always)
  static func removed(from bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int> {
    guard let last = bytes.lastVisible(in: line), isQuote(bytes[last]) || isBehindQuote(bytes[last]),
      // As functions end.
      last == line.lowerBound || bytes[last - 1] != UInt8(ascii: "(")
    else { return line }
    return without(bytes, line)
  }

  private static func without(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int> {
    var end = bytes.trimmed(line).upperBound
    if let raw = rawEnd(bytes, line) { return line.lowerBound..<raw }
    while end > line.lowerBound, isBehindQuote(bytes[end - 1]) { end -= 1 }
    guard end > line.lowerBound, isQuote(bytes[end - 1]) else { return line }
    let quote = bytes[end - 1]
    var start = end
    while start > line.lowerBound, bytes[start - 1] == quote { start -= 1 }
    // A pair of quotes belongs to the line.
    var count = end - start
    for index in line.lowerBound..<start where bytes[index] == quote { count += 1 }
    guard count % 2 == 1, start > line.lowerBound else { return line }
    // The line's end may be escaped before the quote.
    let isEscaped = bytes.ends("\\n", in: line.lowerBound..<start)
    return line.lowerBound..<(isEscaped ? start - 2 : start)
  }

  /// The place of the only backtick of a line, followed by other values of the program: `, "the title"},`
  private static func rawEnd(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard let tick = bytes.first(UInt8(ascii: "`"), in: line), tick + 1 < line.upperBound,
      isBehindQuote(bytes[tick + 1]), bytes.first(UInt8(ascii: "`"), in: tick + 1..<line.upperBound) == nil,
      !bytes.trimmed(line.lowerBound..<tick).isEmpty
    else { return nil }
    return tick
  }

  static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "`") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  /// Whether a statement can continue with such a byte after a literal.
  static func isBehindQuote(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: ";"): true
    default: false
    }
  }
}
