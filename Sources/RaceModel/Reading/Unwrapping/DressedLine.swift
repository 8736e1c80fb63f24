/// A line that somebody has dressed up by itself, in a document or a chat: a heading, an item of a list, bold words, code.
///
/// ```
/// #### Read at 0x00c000018168 by goroutine 8:
/// **Previous write at 0x00c000018168 by goroutine 7:**
///   - main.loop.func1()
///     `#0 bump /src/n.c:11:33 (n+0xd3f43)`
/// ```
///
/// Other lines of the report are dressed in another way, or not at all: it is no prefix.
enum DressedLine {
  /// The text without it; nil where the line has nothing of the kind.
  static func text(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    let whole = bytes.trimmed(line)
    guard let first = whole.first, beginnings.contains(bytes[first]) else { return nil }
    let text = endOfMark(bytes, whole).map { bytes.trimmed($0..<whole.upperBound) } ?? whole
    let inner = emphasized(bytes, text) ?? text
    return inner == whole || inner.isEmpty ? nil : inner
  }

  /// Items are nested: those of frames are further in than those of headers. Without a blank they are marks of a diff, which
  /// all lines have.
  private static let itemMarks: [StaticString] = ["-", "+"]

  /// Whether what is before a title, and before the first header, need not be before the other lines: the mark of a heading,
  /// of emphasis, of an item, an arrow.
  static func isMark(_ prefix: LinePrefix) -> Bool {
    guard prefix.isConstant else { return false }
    let mark = prefix.head
    if 1...6 ~= mark.count, mark.allSatisfy({ $0 == UInt8(ascii: "#") }) { return true }
    return (prefix.endsInBlank ? wholeMarks + itemMarks : wholeMarks).contains {
      $0.utf8CodeUnitCount == mark.count && mark.span.has($0, at: 0, end: mark.count)
    }
  }

  /// What marks may begin with: most lines begin with another byte.
  private static let beginnings: ASCIISet = "#*-+=_`0123456789"
  private static let emphasisBeginnings: ASCIISet = "*_`"
  private static let emphases: [StaticString] = ["**", "__", "*", "_", "`"]
  private static let wholeMarks = emphases + ListMark.arrows

  /// Where the mark of a heading or of an item ends, behind which a blank stands; nil when the text begins with none.
  private static func endOfMark(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int? {
    var end = text.lowerBound
    guard bytes[end] == UInt8(ascii: "#") else { return ListMark.end(bytes, text) }
    while end < text.upperBound, bytes[end] == UInt8(ascii: "#") { end += 1 }
    return end - text.lowerBound <= 6 && end < text.upperBound && bytes[end] <= 0x20 ? end : nil
  }

  /// The text between two marks of emphasis, or of code; a colon may be behind the second one.
  private static func emphasized(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Range<Int>? {
    guard let start = text.first, emphasisBeginnings.contains(bytes[start]) else { return nil }
    let end = bytes.ends(":", in: text) ? text.upperBound - 1 : text.upperBound
    for mark in emphases {
      let count = mark.utf8CodeUnitCount
      guard end - start > 2 * count, bytes.has(mark, at: start, end: end),
        bytes.has(mark, at: end - count, end: end)
      else { continue }
      let inner = start + count..<end - count
      // Two pieces of code are on the line.
      if bytes[start] == UInt8(ascii: "`"), bytes.first(UInt8(ascii: "`"), in: inner) != nil { return nil }
      // A fence has more of them, and emphasis begins with a word.
      return bytes[inner.lowerBound] == bytes[start] || bytes[inner.lowerBound] <= 0x20 ? nil : inner
    }
    return nil
  }
}
