/// A text of several lines that a program put on one line, its line ends escaped: a field of a test's result, the
/// error of a command, a message in a system's log.
struct QuotedText {
  /// How its line ends were escaped.
  enum Escape: Equatable {
    /// By a backslash, as in strings of JSON and of most languages.
    case backslash
    /// By numbers, as in XML: what Go's and Java's tools write of tests.
    case entity
    /// By `#012`, as in the logs of rsyslog.
    case octal
    /// By `%0A`, as in the commands of GitHub's and Azure's CI.
    case percent
    /// By elements, as in web pages.
    case element
    /// Each line is a string of a list.
    case list
    /// Each line is in a record of a list, or in a pair.
    case records(RecordList)
  }

  /// Where it stands, without its quotes.
  let range: Range<Int>
  let escape: Escape

  /// A line of fewer bytes holds no report.
  static let shortestLine = 60

  /// The text in which `position` stands; nil when it has fewer than three escaped line ends.
  static func around(_ position: Int, in bytes: Span<UInt8>, _ line: Range<Int>) -> QuotedText? {
    if let string = string(around: position, in: bytes, line) {
      return QuotedText(range: string, escape: .backslash)
    }
    if let list = StringList(around: position, in: bytes, line) {
      return QuotedText(range: list.range, escape: .list)
    }
    let text = betweenTags(position, in: bytes, line)
    if has(3, of: "&#xA;", bytes, text) || has(3, of: "&#10;", bytes, text) {
      return QuotedText(range: text, escape: .entity)
    }
    if has(3, of: "<br", bytes, line) { return QuotedText(range: line, escape: .element) }
    if has(3, of: "<BR", bytes, line) { return QuotedText(range: line, escape: .element) }
    if Self.blocks.contains(where: { has(3, of: $0, bytes, line) }) {
      return QuotedText(range: line, escape: .element)
    }
    if has(3, of: "#012", bytes, line) { return QuotedText(range: line, escape: .octal) }
    if let text = RunnerCommand.text(bytes, line), has(3, of: "%0A", bytes, text) {
      return QuotedText(range: text, escape: .percent)
    }
    if let records = records(around: position, in: bytes, line) { return records }
    return has(3, of: "\\n", bytes, line) ? QuotedText(range: line, escape: .backslash) : nil
  }

  /// The lines of the list of records in which `position` stands; nil where it is in none.
  static func records(around position: Int, in bytes: Span<UInt8>, _ line: Range<Int>) -> QuotedText? {
    RecordList(around: position, in: bytes, line).map { QuotedText(range: $0.range, escape: .records($0)) }
  }

  /// Appends the text with its line ends.
  func unescape(_ bytes: Span<UInt8>, into text: inout [UInt8]) {
    switch escape {
    case .backslash: JSONText.unescape(bytes, range, into: &text)
    case .entity:
      var lines = replace(
        [
          ("&#xA;", 0x0A), ("&#10;", 0x0A), ("&#x9;", 0x09), ("&#9;", 0x09), ("&#xD;", 0x0D), ("&#13;", 0x0D),
        ], bytes)
      TextCleaning.decodeEntities(&lines)
      text += lines
    case .element:
      var lines = replace(
        [
          ("<br>", 0x0A), ("<br/>", 0x0A), ("<br />", 0x0A), ("<BR>", 0x0A), ("<BR/>", 0x0A),
          ("<BR />", 0x0A),
        ] + Self.blocks.map { ($0, 0x0A) }, bytes)
      if MarkupText.isIn(lines.span, 0..<lines.count) {
        lines = MarkupText.removed(from: lines.span, 0..<lines.count)
      }
      TextCleaning.decodeEntities(&lines)
      text += lines
    case .list: StringList.unescape(bytes, range, into: &text)
    case .records(let list): list.unescape(bytes, into: &text)
    case .percent:
      text += replace(
        [("%0A", 0x0A), ("%0D", 0x0D), ("%25", UInt8(ascii: "%")), ("%AZP25", UInt8(ascii: "%"))], bytes)
    case .octal: text += replace([("#012", 0x0A), ("#011", 0x09), ("#015", 0x0D)], bytes)
    }
  }

  private func replace(_ marks: [(text: StaticString, byte: UInt8)], _ bytes: Span<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let mark = marks.first { bytes.has($0.text, at: index, end: range.upperBound) }
      result.append(mark?.byte ?? bytes[index])
      index += mark?.text.utf8CodeUnitCount ?? 1
    }
    return result
  }

  /// Whether a mark stands so many times in a text.
  private static func has(
    _ count: Int, of mark: StaticString, _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    var from = range.lowerBound
    for _ in 0..<count {
      guard let found = bytes.first(mark, in: from..<range.upperBound) else { return false }
      from = found + mark.utf8CodeUnitCount
    }
    return true
  }

  /// The element's text, or the attribute's, in which `position` stands. Only in an attribute every quote is escaped.
  private static func betweenTags(_ position: Int, in bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int> {
    var start = position
    var closing = UInt8(ascii: "<")
    while start > line.lowerBound, bytes[start - 1] != UInt8(ascii: ">") {
      if bytes.ends("=\"", in: line.lowerBound..<start) {
        closing = UInt8(ascii: "\"")
        break
      }
      start -= 1
    }
    var end = position
    while end < line.upperBound, bytes[end] != closing { end += 1 }
    return start..<end
  }

  /// Whether a line has what line ends are escaped by.
  static func mayBeIn(_ bytes: Span<UInt8>, _ line: Range<Int>, _ marks: LineMarks) -> Bool {
    marks.contains(.backslash) || (marks.contains(.number) && bytes.first("#012", in: line) != nil)
      || (marks.contains(.ampersand) && bytes.first("&#", in: line) != nil)
      || (marks.contains(.less) && (has(3, of: "<br", bytes, line) || has(3, of: "<BR", bytes, line)))
      || (marks.contains(.less) && has(3, of: "</", bytes, line)
        && blocks.contains { has(3, of: $0, bytes, line) })
      || (marks.contains(.bracket) && commas.contains { has(3, of: $0, bytes, line) })
      || RunnerCommand.text(bytes, line) != nil
  }

  /// What stands between two strings of a list.
  private static let commas: [StaticString] = ["\", \"", "', '", "\",\"", "','"]

  /// The ends of elements that are lines each: of mails, of lists, of tables, of the log viewers of CI systems.
  private static let blocks: [StaticString] = ["</div>", "</p>", "</li>", "</tr>"]

  private static func string(
    around position: Int, in bytes: Span<UInt8>, _ line: Range<Int>
  ) -> Range<Int>? {
    var start = position
    while start > line.lowerBound, !isQuote(bytes, start - 1, in: line) { start -= 1 }
    guard start > line.lowerBound else { return nil }
    let quote = bytes[start - 1]
    var end = position
    var lineEnds = 0
    while end < line.upperBound, bytes[end] != quote {
      // What a backslash stands before never ends the string.
      if bytes[end] == UInt8(ascii: "\\"), end + 1 < line.upperBound {
        if bytes[end + 1] == UInt8(ascii: "n") { lineEnds += 1 }
        end += 1
      }
      end += 1
    }
    return lineEnds >= 3 ? start..<min(end, line.upperBound) : nil
  }

  /// Whether a quote that is not escaped stands at a position, behind nothing that belongs to a word but Python's
  /// `b`.
  private static func isQuote(_ bytes: Span<UInt8>, _ position: Int, in line: Range<Int>) -> Bool {
    guard bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'") else { return false }
    guard position > line.lowerBound else { return true }
    switch bytes[position - 1] {
    case UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: ","),
      UInt8(ascii: "{"), UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "@"), UInt8(ascii: "$"), 0x09,
      0x20:
      return true
    case UInt8(ascii: "b"), UInt8(ascii: "u"), UInt8(ascii: "r"), UInt8(ascii: "f"), UInt8(ascii: "L"):
      // Not the end of a word, as in what Valgrind prints first: `GNU GPL'd`.
      var word = position
      while word > line.lowerBound, bytes[word - 1].isLetter { word -= 1 }
      return position - word <= 2
    default: return false
    }
  }
}
