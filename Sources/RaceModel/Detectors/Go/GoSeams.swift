/// Cutting a report that lost its line ends (a web page copied as one line) into lines again.
extension GoGrammar {
  private static let starts: [StaticString] = [
    "Read at 0x", "Write at 0x", "Previous read ", "Previous write ", "Goroutine ", "==================",
    "WARNING: DATA RACE",
  ]

  static func seams(_ bytes: Span<UInt8>, _ line: Range<Int>) -> [Int] {
    var seams = Seams.starts(of: starts, in: bytes, line) { isSeam(bytes, $0) }
    // `NAME() PATH:LINE +0xHEX NAME() ...`
    var from = line.lowerBound
    while let found = bytes.first("() ", in: from..<line.upperBound) {
      // Types of functions have them, too: `store.Of[go.shape.func() error]()`.
      if !bytes.leavesOpen(UInt8(ascii: "["), UInt8(ascii: "]"), in: from..<found) { seams.insert(found + 3) }
      from = found + 3
    }
    from = line.lowerBound
    while let found = bytes.first(" +0x", in: from..<line.upperBound) {
      guard let (_, end) = bytes.hexadecimal(at: found + 2, end: line.upperBound) else { break }
      if end < line.upperBound { seams.insert(end) }
      from = end
    }
    // A header ends with a colon and a space.
    for header: StaticString in [": ", "created at: "] {
      from = line.lowerBound
      while let found = bytes.first(header, in: from..<line.upperBound) {
        let end = found + header.utf8CodeUnitCount
        if found > line.lowerBound, isHeaderEnd(bytes, found) { seams.insert(end) }
        from = end
      }
    }
    return seams.sorted()
  }

  /// Whether a line may begin at a place. Scrapers leave nothing in the place of a line end: behind an offset, the words
  /// of the title, a colon, the bar.
  private static func isSeam(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    switch bytes[start - 1] {
    case 0...0x20, UInt8(ascii: ":"), UInt8(ascii: "E"): true
    case UInt8(ascii: "="): bytes[start] != UInt8(ascii: "=")
    case let before: hexDigit(before) != nil
    }
  }

  private static func isHeaderEnd(_ bytes: Span<UInt8>, _ colon: Int) -> Bool {
    let before = bytes[colon - 1]
    return before &- 0x30 < 10 || before == UInt8(ascii: "e") || before == UInt8(ascii: "t")
  }
}
