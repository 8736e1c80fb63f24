/// The number of a thread that an issue tracker took for an issue's and made an address of.
///
/// ```
/// by thread #1                                    as printed
/// by thread https://github.com/shop/shop/issues/1
/// by thread shop/shop#1
/// ```
enum LinkedThread {
  /// Whether a line has such an address. Most lines have nothing that one is told by.
  static func isIn(_ bytes: Span<UInt8>, _ line: Range<Int>, _ marks: LineMarks) -> Bool {
    let isPossible =
      bytes.first("://", in: line) != nil || (marks.contains(.number) && hasReference(bytes, line))
    return isPossible && first(bytes, line) != nil
  }

  /// The line with the numbers of its threads as they were printed.
  static func undone(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var from = 0
    while let (address, number) = first(text.span, from..<text.count) {
      result.append(text.span, from..<address.lowerBound)
      result.append(UInt8(ascii: "#"))
      result.append(text.span, number)
      from = number.upperBound
    }
    result.append(text.span, from..<text.count)
    return result
  }

  /// Whether a number stands right behind a word: `shop#1`.
  private static func hasReference(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var from = line.lowerBound + 1
    while from < line.upperBound, let found = bytes.first(UInt8(ascii: "#"), in: from..<line.upperBound) {
      if bytes[found - 1] > 0x20 { return true }
      from = found + 1
    }
    return false
  }

  /// The first address of a thread, and the number in it.
  private static func first(
    _ bytes: Span<UInt8>, _ line: Range<Int>
  ) -> (address: Range<Int>, number: Range<Int>)? {
    var from = line.lowerBound
    while let found = bytes.first("hread ", in: from..<line.upperBound) {
      let start = found + 6
      var end = bytes.wordEnd(in: start..<line.upperBound)
      // A colon, or a comma, may follow.
      while end > start, isBehind(bytes[end - 1]) { end -= 1 }
      if let number = number(bytes, start..<end) { return (start..<end, number) }
      from = start
    }
    return nil
  }

  private static func isBehind(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: ",")
  }

  /// The number that an issue's address ends with: `https://HOST/OWNER/NAME/issues/1`, `OWNER/NAME#1`.
  private static func number(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Range<Int>? {
    var start = word.upperBound
    while start > word.lowerBound, bytes[start - 1] &- 0x30 < 10 { start -= 1 }
    guard start < word.upperBound else { return nil }
    let before = word.lowerBound..<start
    let isAddress = bytes.has("http", at: word.lowerBound, end: start)
    let isIssue = isAddress && endings.contains { bytes.ends($0, in: before) }
    let isReference =
      !isAddress && bytes.ends("#", in: before) && bytes.first(UInt8(ascii: "/"), in: before) != nil
    return isIssue || isReference ? start..<word.upperBound : nil
  }

  /// What issues, and what is numbered with them, are found by.
  private static let endings: [StaticString] = ["/issues/", "/pull/", "/merge_requests/", "/work_items/"]
}
