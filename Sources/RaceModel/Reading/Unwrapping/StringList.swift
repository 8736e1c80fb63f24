/// A list of strings on one line, each string a line of a text: JSON, and what languages print of a list.
///
/// ```
/// {"test": "TestOne", "output": ["WARNING: DATA RACE", "Read at 0x000000608298 by goroutine 7:", "  main.incr()"]}
/// AssertionError: Lists differ: ['WARNING: DATA RACE', 'Read at 0x000000608298 by goroutine 7:', '  main.incr()']
/// ```
struct StringList {
  /// From the first string's quote to behind the last one's.
  let range: Range<Int>

  /// A list of fewer strings holds no report.
  private static let fewest = 4
  private static let openings: [StaticString] = ["[\"", "['", "[ \"", "[ '", "(\"", "('", "{\"", "{'"]

  /// The list in which a position is; nil when it is in none.
  init?(around position: Int, in bytes: Span<UInt8>, _ line: Range<Int>) {
    for opening in Self.openings {
      guard let bracket = bytes.last(opening, in: line.lowerBound..<position) else { continue }
      let first = bracket + opening.utf8CodeUnitCount - 1
      var count = 0
      let end = Self.forEach(bytes, first..<line.upperBound) { _ in count += 1 }
      guard count >= Self.fewest, end > position else { continue }
      range = first..<end
      return
    }
    return nil
  }

  /// Appends the strings, a line each.
  static func unescape(_ bytes: Span<UInt8>, _ range: Range<Int>, into text: inout [UInt8]) {
    _ = forEach(bytes, range) { string in
      JSONText.unescape(bytes, string, into: &text)
      // Some have their line end, too.
      if string.isEmpty || text.last != 0x0A { text.append(0x0A) }
    }
  }

  /// Hands on the strings of a list, of which the first one's quote begins the text.
  ///
  /// - Returns: where the last one ends, behind its quote.
  private static func forEach(
    _ bytes: Span<UInt8>, _ text: Range<Int>, _ body: (Range<Int>) -> Void
  ) -> Int {
    var start = text.lowerBound
    var end = start
    while start < text.upperBound, LinePrefix.isQuote(bytes[start]),
      let close = JSONText.endOfString(bytes, start + 1..<text.upperBound, quote: bytes[start])
    {
      body(start + 1..<close)
      end = close + 1
      guard end < text.upperBound, bytes[end] == UInt8(ascii: ",") else { break }
      start = end + 1
      while start < text.upperBound, bytes[start] == 0x20 { start += 1 }
    }
    return end
  }
}
