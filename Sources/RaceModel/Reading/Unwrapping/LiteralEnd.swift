/// The end of a string literal that stands behind the last line of a report: the report was copied into the source of
/// a program, or into a document.
///
/// ```
///       /src/build.go:3106 +0xcd0`,
///     #1 main main.c:21 (app+0x1)""")
///       /src/build.go:3106 +0xcd0```
/// ```
enum LiteralEnd {
  /// The line without the end of a literal that does not begin on it; the line itself when it has none.
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
    while end > line.lowerBound, isBehindQuote(bytes[end - 1]) { end -= 1 }
    guard end > line.lowerBound, isQuote(bytes[end - 1]) else { return line }
    let quote = bytes[end - 1]
    var start = end
    while start > line.lowerBound, bytes[start - 1] == quote { start -= 1 }
    // A pair of quotes belongs to the line.
    var count = end - start
    for index in line.lowerBound..<start where bytes[index] == quote { count += 1 }
    guard count % 2 == 1, start > line.lowerBound else { return line }
    return line.lowerBound..<start
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "`") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  /// Whether statements go on with such a byte behind a literal.
  private static func isBehindQuote(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: ";"): true
    default: false
    }
  }
}
