/// Turns the recording of a terminal (asciicast 2 and 3, as asciinema writes it) into what the terminal was given, piece
/// by piece.
///
/// ```
/// {"version": 2, "width": 120, "height": 40}
/// [0.1, "o", "WARNING: DA"]
/// [0.2, "o", "TA RACE\r\nWrite at 0x00c000012345 by goroutine 7:\r\n"]
/// [0.3, "i", "q"]
/// ```
///
/// An event holds what was there to be read at once and ends anywhere: the output of all events is one text. Other events
/// are left out; lines that are no events stay as they are.
struct CastDecoder {
  /// The line whose end is still to come.
  private var pending: [UInt8] = []
  /// Whether the text so far ends inside of a line.
  private var isInLine = false

  /// A longer line is no event.
  private static let longestLine = 1 << 20

  /// A decoder for a log whose first line is the header of a recording; nil for any other log.
  init?(head: [UInt8]) {
    let bytes = head.span
    guard let end = bytes.first(0x0A, in: 0..<head.count), bytes.has("{", at: 0, end: end),
      let key = bytes.first(Self.version, in: 0..<end)
    else { return nil }
    var index = key + Self.version.utf8CodeUnitCount
    Self.passBlanks(bytes, &index, end)
    let number = bytes.decimal(at: index, end: end)?.value
    let keys: [StaticString] = number == 2 ? ["\"width\":", "\"height\":"] : ["\"term\":"]
    guard number == 2 || number == 3, keys.allSatisfy({ bytes.first($0, in: 0..<end) != nil }) else {
      return nil
    }
  }

  private static let version: StaticString = "\"version\":"

  /// The text of the next bytes.
  mutating func decode(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    let span = bytes.span
    var start = 0
    while let end = span.first(0x0A, in: start..<bytes.count) {
      pending.append(span, start..<end + 1)
      endLine(into: &text)
      start = end + 1
    }
    pending.append(span, start..<bytes.count)
    if pending.count > Self.longestLine { endLine(into: &text) }
    return text
  }

  /// The text of the last line, where it has no end.
  mutating func finish() -> [UInt8] {
    var text: [UInt8] = []
    if !pending.isEmpty { endLine(into: &text) }
    return text
  }

  private mutating func endLine(into text: inout [UInt8]) {
    if let event = Self.event(pending.span, 0..<pending.count) {
      if event.isOutput, !event.text.isEmpty {
        JSONText.unescape(pending.span, event.text, into: &text)
        isInLine = text.last != 0x0A
      }
    } else {
      if isInLine { text.append(0x0A) }
      text += pending
      isInLine = pending.last != 0x0A
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// An event's text, escapes and all; nil where a line is no event. The end of the last one may be lost.
  private static func event(
    _ bytes: Span<UInt8>, _ line: Range<Int>
  ) -> (isOutput: Bool, text: Range<Int>)? {
    let line = bytes.trimmed(line)
    let end = line.upperBound
    var index = line.lowerBound
    guard bytes.pass("[", at: &index, end: end) else { return nil }
    passBlanks(bytes, &index, end)
    let time = index
    while index < end, timeSigns.contains(bytes[index]) { index += 1 }
    guard index > time, passComma(bytes, &index, end), bytes.pass("\"", at: &index, end: end), index < end
    else { return nil }
    let isOutput = bytes[index] == UInt8(ascii: "o")
    index += 1
    guard bytes.pass("\"", at: &index, end: end), passComma(bytes, &index, end),
      bytes.pass("\"", at: &index, end: end)
    else { return nil }
    let text = index
    guard let close = JSONText.endOfString(bytes, text..<end) else { return (isOutput, text..<end) }
    index = close + 1
    passBlanks(bytes, &index, end)
    return bytes.equals("]", index..<end) ? (isOutput, text..<close) : nil
  }

  private static let timeSigns: ASCIISet = "0123456789.eE+-"

  private static func passComma(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) -> Bool {
    passBlanks(bytes, &index, end)
    guard bytes.pass(",", at: &index, end: end) else { return false }
    passBlanks(bytes, &index, end)
    return true
  }

  private static func passBlanks(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) {
    while index < end, bytes[index] == 0x20 { index += 1 }
  }
}
