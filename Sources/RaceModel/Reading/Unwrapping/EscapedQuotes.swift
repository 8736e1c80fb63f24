/// A line of a report as a string of a program, of a list or of a record of its own, quotes in it escaped.
///
/// ```
/// 	"==7== Thread #1: lock order \"0x30A0C0 before 0x30A0F0\" violated\n" +
/// level=error msg="==812== Location 0x30a0c8 is 8 bytes inside local var \"shelf\""
///   '  Location is global \'counter\' of size 4 at 0x55e219ada8f0 (a+0x8f0)',
/// - '  Thread T1 ''worker'' (tid=9, running) created by main thread at:'
/// 2024-05-03T12:01:44Z,error,"==7== Thread #1: lock order ""0x30A0C0 before 0x30A0F0"" violated"
/// | {"log":"==812== Location 0x30a0c8 is 8 bytes inside local var \"shelf\"\n","stream":"stderr"} |
/// ```
enum EscapedQuotes {
  /// How quotes are escaped.
  private enum Form {
    /// By a backslash.
    case backslash(quote: UInt8)
    /// Each quote twice, between the two that are around the text.
    case doubled(Range<Int>)
    /// By a backslash, as other signs in the text.
    case item(Range<Int>)
    /// The same in the text of a record that is not all of the line, or in all of one whose text is not known.
    case record(Range<Int>)
  }

  /// Whether a line holds escaped quotes between two that are not.
  static func areIn(_ bytes: Span<UInt8>, _ line: Range<Int>, _ marks: LineMarks) -> Bool {
    form(bytes, line, marks) != nil
  }

  /// The line with its quotes as they were.
  ///
  /// - Parameter isOfRecord: whether the line is the text of a record, whose own escapes were undone: what is escaped in it
  ///   now may be the program's, unless a field holds it.
  static func undone(_ text: [UInt8], _ marks: LineMarks, isOfRecord: Bool = false) -> [UInt8] {
    if isOfRecord, text.span.first("=\"", in: 0..<text.count) == nil,
      text.span.first("{\"", in: 0..<text.count) == nil
    {
      return text
    }
    var result: [UInt8]
    switch form(text.span, 0..<text.count, marks) {
    case .backslash(let quote): return withoutBackslashes(text, before: quote)
    case .record(let inner): return StringItem.undone(text, in: inner)
    case nil: return text
    case .doubled(let inner): result = withoutDoubles(text, in: inner)
    case .item(let inner): result = StringItem.undone(text, in: inner)
    }
    // The string, or the cell, may hold a record, which has escapes of its own.
    if let record = InnerRecord.text(result.span, 0..<result.count) {
      result = StringItem.undone(result, in: record)
    }
    return result
  }

  private static func form(_ bytes: Span<UInt8>, _ line: Range<Int>, _ marks: LineMarks) -> Form? {
    if marks.contains(.backslash) {
      if let item = StringItem.text(bytes, line) ?? InnerRecord.string(bytes, line) { return .item(item) }
      if let record = InnerRecord.text(bytes, line) ?? InnerRecord.unknown(bytes, line) {
        return .record(record)
      }
      // The quotes of a record in a cell are doubled, those that it has escaped, too.
      if marks.contains(.quote), bytes.first("{\"\"", in: line) != nil,
        let text = doubled(bytes, line) ?? cell(bytes, line)
      {
        return .doubled(text)
      }
      if isEscaped(bytes, line, "\\\"", UInt8(ascii: "\"")) { return .backslash(quote: UInt8(ascii: "\"")) }
      if isEscaped(bytes, line, "\\'", UInt8(ascii: "'")) { return .backslash(quote: UInt8(ascii: "'")) }
    }
    if let text = doubled(bytes, line) { return .doubled(text) }
    return marks.contains(.quote) ? cell(bytes, line).map { .doubled($0) } : nil
  }

  private static func isEscaped(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ escape: StaticString, _ quote: UInt8
  ) -> Bool {
    guard let escaped = bytes.first(escape, in: line), let open = bytes.first(quote, in: line),
      open < escaped, let close = bytes.last(quote, in: line)
    else { return false }
    return close > escaped + 1 && bytes[close - 1] != UInt8(ascii: "\\")
  }

  /// The text between the quotes of a line that is a string, or an item of a list, where all quotes in it are doubled, and
  /// some are.
  private static func doubled(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    guard var text = StringItem.item(bytes, line) else { return nil }
    let quote = bytes[text.lowerBound]
    if bytes[text.upperBound - 1] == UInt8(ascii: ",") { text = text.dropLast() }
    let inner = text.lowerBound + 1..<text.upperBound - 1
    // Three quotes in a row begin a text of several lines.
    guard bytes[text.upperBound - 1] == quote, bytes[inner.lowerBound] != quote else { return nil }
    var from = inner.lowerBound
    var isDoubled = false
    while let found = bytes.first(quote, in: from..<inner.upperBound) {
      guard found + 1 < inner.upperBound, bytes[found + 1] == quote else { return nil }
      isDoubled = true
      from = found + 2
    }
    return isDoubled ? inner : nil
  }

  /// The text of the cell of a table with commas that has quotes in it: all are doubled. A cell of several lines goes on
  /// below.
  private static func cell(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    let quote = UInt8(ascii: "\"")
    var from = line.lowerBound
    while let comma = bytes.first(",\"", in: from..<line.upperBound) {
      from = comma + 2
      var isDoubled = false
      var index = from
      while let found = bytes.first(quote, in: index..<line.upperBound), found + 1 < line.upperBound,
        bytes[found + 1] == quote
      {
        isDoubled = true
        index = found + 2
      }
      guard isDoubled else { continue }
      guard let end = bytes.first(quote, in: index..<line.upperBound) else { return from..<line.upperBound }
      // After a cell comes the next one.
      if end + 1 == line.upperBound || bytes[end + 1] == UInt8(ascii: ",") { return from..<end }
    }
    return nil
  }

  private static func withoutBackslashes(_ text: [UInt8], before quote: UInt8) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for (index, byte) in text.enumerated() {
      let isEscape = byte == UInt8(ascii: "\\") && index + 1 < text.count && text[index + 1] == quote
      if !isEscape { result.append(byte) }
    }
    return result
  }

  private static func withoutDoubles(_ text: [UInt8], in inner: Range<Int>) -> [UInt8] {
    let quote = text[inner.lowerBound - 1]
    var result = Array(text[..<inner.lowerBound])
    var isFirst = false
    for byte in text[inner] {
      isFirst = byte == quote && !isFirst
      if byte != quote || isFirst { result.append(byte) }
    }
    return result + text[inner.upperBound...]
  }
}
