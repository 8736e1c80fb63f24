/// What ends a literal, a comment or a block of a document right behind the bar that ends a report.
///
/// ```
/// =================="#;
/// =================={noformat}
/// ==================-->
/// ```
enum BarEnd {
  /// The bar that reports of Go and ThreadSanitizer end with is the shortest one.
  private static let shortest = 18

  /// The bar of KCSAN.
  private static let longest = 66

  /// The end of the bar at the start of a line, if more is on the line, and whether that is such an end. Other text, the
  /// rest of a statement, a row, an element, may only follow a detector's bar, and not half of a heading:
  /// `===== FAILURES =====`.
  static func find(_ bytes: Span<UInt8>, _ line: Range<Int>) -> (end: Int, isClosed: Bool)? {
    guard let (start, end) = endOfBar(bytes, line), case let count = end - start, count >= shortest else {
      return nil
    }
    if isEnd(bytes, bytes.trimmed(end..<line.upperBound)) { return (end, true) }
    guard count == shortest || count == longest, !bytes.ends("=", in: bytes.trimmed(line)) else { return nil }
    return (end, false)
  }

  /// Whether a text is a bar and no more.
  static func fills(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    let bar = bytes.trimmed(text)
    return bar.count >= shortest && bar.allSatisfy { bytes[$0] == UInt8(ascii: "=") }
  }

  /// The start and the end of the bar at the start of a line; nil if there is none, or it fills the line.
  private static func endOfBar(_ bytes: Span<UInt8>, _ line: Range<Int>) -> (start: Int, bar: Int)? {
    let text = bytes.trimmed(line)
    guard let first = text.first, bytes[first] == UInt8(ascii: "=") else { return nil }
    var end = first
    while end < text.upperBound, bytes[end] == UInt8(ascii: "=") { end += 1 }
    return end < text.upperBound ? (first, end) : nil
  }

  /// Whether a text only closes a block or a literal.
  private static func isEnd(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    // The line's end may be escaped before it.
    let start = bytes.has("\\n", at: text.lowerBound, end: text.upperBound) ? 2 : 0
    let rest = text.lowerBound + start..<text.upperBound
    let word = words.first { bytes.has($0, at: rest.lowerBound, end: rest.upperBound) }
    guard let end = word.map({ rest.lowerBound + $0.utf8CodeUnitCount }) ?? endOfLiteral(bytes, rest) else {
      return false
    }
    return (end..<rest.upperBound).allSatisfy { isBehind(bytes[$0]) }
  }

  /// The end of a literal's closing quotes: `"`, `"#`, three quotes, `)log"`.
  private static func endOfLiteral(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int? {
    var index = text.lowerBound
    if index < text.upperBound, bytes[index] == UInt8(ascii: ")") {
      index += 1
      // A C++ raw string may have a delimiter here: `)log"`.
      while index < text.upperBound, bytes[index].isLetter { index += 1 }
    }
    let quote = index
    while index < text.upperBound, LiteralEnd.isQuote(bytes[index]) { index += 1 }
    guard index > quote else { return nil }
    while index < text.upperBound, bytes[index] == UInt8(ascii: "#") { index += 1 }
    return index
  }

  /// Whether a byte may follow the closing mark.
  static func isBehind(_ byte: UInt8) -> Bool {
    LiteralEnd.isBehindQuote(byte) || byte == UInt8(ascii: "+") || byte == 0x09 || byte == 0x20
  }

  /// Closing marks of Jira, forums, wikis, LaTeX and Markdown, and of C, HTML and XML.
  private static let words: [StaticString] = [
    "{noformat}", "{code}", "{quote}", "{panel}", "[/code]", "[/CODE]", "[/quote]", "[/QUOTE]", "[/pre]",
    "[/log]", "[/spoiler]", "}}}", "\\end{verbatim}", "\\end{lstlisting}", "\\end{minted}", "~~~", "*/",
    "-->", "]]>",
  ]
}
