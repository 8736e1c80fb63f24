/// What opens a report, and where headers begin in other lines.
extension GoGrammar {
  static func opening(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Opening? {
    if let title = GoLine.title(bytes, line) { return .title(at: title) }
    return header(bytes, line).map { .section(at: $0) }
  }

  /// Whether a line is exactly a title.
  static func isPlainTitle(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    bytes.equals("WARNING: DATA RACE", line)
  }

  static func isPlainHeader(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let text = bytes.trimmed(line)
    guard text.lowerBound == line.lowerBound, case .access = GoLine.wholeHeader(bytes, text) else {
      return false
    }
    return true
  }

  static func header(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    let end = withoutPipes(bytes, bytes.trimmed(line)).upperBound
    for word in headerWords {
      var from = line.lowerBound
      while let found = bytes.first(word, in: from..<line.upperBound), found < end {
        let rest = found..<end
        if isHeader(bytes, rest) { return found }
        // With somebody's words behind it.
        let head = rest.prefix(headerReach)
        if let colon = bytes.first(": ", in: head) ?? bytes.first(":\t", in: head),
          Annotation.range(bytes, colon + 1..<end) != nil, isHeader(bytes, found..<colon + 1)
        {
          return found
        }
        if rest.count <= SectionHeaders.longest, GoLine.headerAndFrame(bytes, rest) != nil { return found }
        from = found + 1
      }
    }
    return GoLostStart.header(bytes, line)
  }

  /// How far behind its first byte the colon of a header may be: its words, and what was printed between them.
  private static let headerReach = 1 << 10
  private static let headerWords: [StaticString] = ["Previous ", "Read ", "Write ", "Goroutine "]

  /// Whether a text is a header with which a report may begin: the creation of a goroutine without its number is none.
  private static func isHeader(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    if GoAccess.parse(bytes, text) != nil || GoCreation.parse(bytes, text)?.thread != nil { return true }
    return GoSpacing.undone(bytes, text).map { isHeader($0.span, 0..<$0.count) } ?? false
  }

  static func titleEnd(_ bytes: Span<UInt8>, _ title: Range<Int>) -> Int {
    if bytes.has("WARNING: DEADLOCK", at: title.lowerBound, end: title.upperBound) {
      return title.lowerBound + 17
    }
    // Its first characters may be lost.
    return bytes.first("DATA RACE", in: title).map { $0 + 9 } ?? title.upperBound
  }

  /// Whether the line above a title that nothing is before is a bar. Where another report is still open, nobody has
  /// looked: the bar may be below a result that was printed inside that one.
  static func isBelowBar(_ bytes: Span<UInt8>, _ title: Int) -> Bool {
    guard title > 1, bytes[title - 1] == 0x0A else { return false }
    let floor = max(0, title - 256)
    let start = bytes.last(0x0A, in: floor..<title - 1).map { $0 + 1 } ?? floor
    return ClosingBar.junk(bytes, bytes.trimmed(start..<title))?.isEmpty == true
  }
}
