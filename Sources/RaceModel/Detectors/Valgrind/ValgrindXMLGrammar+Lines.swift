/// Where elements begin that are not on a line of their own.
///
/// ```
/// 12%<error>                                      a program printed before it to the same file
/// <error><unique>0x0</unique><kind>Race</kind>    somebody's program took the line ends away
/// ```
extension ValgrindXMLGrammar {
  /// Where the line of a tag begins, after the prefix that each line has. Program output belongs to this line.
  static func start(_ bytes: Span<UInt8>, _ line: Range<Int>, tag: Int) -> Int {
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
  private static func isElement(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    let isEnd = bytes.has("</", at: text.lowerBound, end: text.upperBound)
    let name = text.lowerBound + (isEnd ? 2 : 1)
    return elements.contains {
      bytes.has($0, at: name, end: text.upperBound)
        && bytes.has(">", at: name + $0.utf8CodeUnitCount, end: text.upperBound)
    }
  }
}
