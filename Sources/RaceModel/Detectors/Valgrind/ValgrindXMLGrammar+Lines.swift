/// Where elements begin and end that are not alone on one line.
///
/// ```
/// 12%<error>                                      a program printed before it to the same file
/// <error><unique>0x0</unique><kind>Race</kind>    somebody's program took the line ends away
/// - <error>                                       a browser has put a mark before what can be folded
/// | <error>        |                              a row of a table, a string of a list
/// <kind>                                          a program has put each text on a line
///   Race
/// ```
extension ValgrindXMLGrammar {
  /// What may be behind each line.
  private static let around: ASCIISet = "|\"',;])+ \t"

  static func titleEnd(_ bytes: Span<UInt8>, _ title: Range<Int>) -> Int {
    var end = title.upperBound
    while end > title.lowerBound, around.contains(bytes[end - 1]) { end -= 1 }
    return end
  }

  /// What browsers put before elements that can be folded, with a blank behind it or without.
  private static let marks: [StaticString] = ["- ", "+ ", "\u{2212}", "\u{25BC}", "\u{25BE}"]

  /// A trimmed line without such a mark.
  static func withoutMark(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int> {
    guard let first = line.first, bytes[first] != UInt8(ascii: "<"),
      let mark = marks.first(where: { bytes.has($0, at: first, end: line.upperBound) }),
      case let rest = bytes.trimmed(first + mark.utf8CodeUnitCount..<line.upperBound),
      let start = rest.first, bytes[start] == UInt8(ascii: "<")
    else { return line }
    return rest
  }

  /// The elements that have a text and no more.
  private static let texts: [StaticString] = [
    "<ip>", "<obj>", "<fn>", "<dir>", "<file>", "<line>", "<text>", "<what>", "<auxwhat>", "<kind>",
    "<hthreadid>", "<unique>", "<tid>", "<address>",
  ]

  /// The element of which a line is no more than the tag.
  static func elementAlone(_ bytes: Span<UInt8>, _ line: Range<Int>) -> StaticString? {
    // None of the tags is longer.
    guard line.count <= 11 else { return nil }
    return texts.first { bytes.equals($0, line) }
  }

  /// The line that Valgrind prints of an element and its text.
  static func line(_ element: StaticString, _ bytes: Span<UInt8>, _ text: Range<Int>) -> [UInt8] {
    element.withUTF8Buffer { Array($0) } + bytes.bytes(text) + Array("</".utf8)
  }

  /// Where the line of a tag begins, after the prefix that each line has. Program output belongs to this line.
  static func start(_ bytes: Span<UInt8>, _ line: Range<Int>, tag: Int) -> Int {
    if withoutMark(bytes, line).lowerBound == tag { return line.lowerBound }
    guard tag > line.lowerBound, isOfText(bytes[tag - 1]) else { return tag }
    let word = bytes.lastWordStart(in: line.lowerBound..<tag)
    let before = bytes.trimmed(line.lowerBound..<word)
    // A stamp, or a name, is before the other lines, too.
    let isPrefix = before.last.map { !isOfText(bytes[$0]) || bytes[$0] == UInt8(ascii: "Z") } ?? false
    return isPrefix ? word : line.lowerBound
  }

  /// Whether words end with such a byte: without a blank after it, a word is no prefix of lines.
  private static func isOfText(_ byte: UInt8) -> Bool {
    byte.isDigit || byte.isLetter || byte == UInt8(ascii: "%") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "!") || byte == UInt8(ascii: ")")
  }

  static func seams(_ bytes: Span<UInt8>, _ line: Range<Int>) -> [Int] { [] }

  static func lineStarts(_ bytes: Span<UInt8>, _ line: Range<Int>) -> [Int] {
    guard tags.contains(where: { bytes.first($0, in: line) != nil }) else { return [] }
    var starts: [Int] = []
    var from = line.lowerBound + 1
    while let tag = bytes.first(UInt8(ascii: "<"), in: from..<line.upperBound) {
      from = tag + 1
      if isElement(bytes, tag..<line.upperBound),
        let before = bytes.lastVisible(in: line.lowerBound..<tag), bytes[before] == UInt8(ascii: ">")
      {
        starts.append(tag)
      }
    }
    return starts
  }

  private static let elements: [StaticString] = [
    "error", "announcethread", "unique", "tid", "threadname", "hthreadid", "isrootthread", "kind",
    "what", "xwhat", "text", "auxwhat", "xauxwhat", "stack", "frame", "ip", "obj", "fn", "dir", "file",
    "line", "first_observed_at", "address", "other_segment_start", "other_segment_end", "acquired_at",
    "allocation_context",
    "errorcounts", "suppcounts", "status", "valgrindoutput", "suppression",
  ]

  /// Whether one of the format's elements begins or ends at a text's beginning.
  static func isElement(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    let isEnd = bytes.has("</", at: text.lowerBound, end: text.upperBound)
    let name = text.lowerBound + (isEnd ? 2 : 1)
    return elements.contains {
      bytes.has($0, at: name, end: text.upperBound)
        && bytes.has(">", at: name + $0.utf8CodeUnitCount, end: text.upperBound)
    }
  }
}
