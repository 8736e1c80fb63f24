/// Blanks as React code writes them between elements, where plain blanks mean nothing.
///
/// ```
/// {'  '}main.(*Counter).Value(...)<br />
/// ```
enum BracedBlanks {
  /// Whether a line has some; one without an element has none.
  static func areIn(_ bytes: Span<UInt8>, _ line: Range<Int>, _ marks: LineMarks) -> Bool {
    marks.contains(.less) && next(bytes, line) != nil
  }

  /// The text of a line with the blanks as they are shown.
  static func undone(_ text: [UInt8]) -> [UInt8] {
    let bytes = text.span
    var plain: [UInt8] = []
    var from = 0
    while let found = next(bytes, from..<text.count) {
      plain.append(bytes, from..<found.braces.lowerBound)
      plain.append(bytes, found.blanks)
      from = found.braces.upperBound
    }
    plain.append(bytes, from..<text.count)
    return plain
  }

  /// The first such blanks in a text, alone and with the braces and quotes around them.
  private static func next(
    _ bytes: Span<UInt8>, _ text: Range<Int>
  ) -> (braces: Range<Int>, blanks: Range<Int>)? {
    var from = text.lowerBound
    while let open = bytes.first(UInt8(ascii: "{"), in: from..<text.upperBound) {
      if let blanks = blanks(bytes, at: open, end: text.upperBound) {
        return (open..<blanks.upperBound + 2, blanks)
      }
      from = open + 1
    }
    return nil
  }

  /// The blanks in `{'  '}` or `{"  "}`; nil where there is anything else.
  private static func blanks(_ bytes: Span<UInt8>, at open: Int, end: Int) -> Range<Int>? {
    var index = open + 2
    while index < end, bytes[index] == 0x20 { index += 1 }
    guard index > open + 2, index + 1 < end, bytes[index + 1] == UInt8(ascii: "}"),
      case let quote = bytes[index], quote == bytes[open + 1],
      quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"")
    else { return nil }
    return open + 2..<index
  }
}
