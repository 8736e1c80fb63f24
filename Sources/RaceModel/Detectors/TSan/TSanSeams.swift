/// Cutting a report that lost its line ends (a web page copied as one line) into lines again.
extension TSanGrammar {
  private static let starts: [StaticString] = [
    "WARNING: ThreadSanitizer: ", "==================", "Write of size ", "Read of size ",
    "Atomic write of size ",
    "Atomic read of size ", "Modifying access ", "Read-only access ", "Previous ",
    "As if synchronized via sleep:", "Location is ", "Mutex M", "Thread T", "Cycle in lock order graph: ",
    "Signal ", "and: ", "SUMMARY: ThreadSanitizer: ", "Hint: use TSAN_OPTIONS", "HINT: use TSAN_OPTIONS",
  ]

  /// Whether a line may begin at a place. Scrapers leave nothing in the place of a line end: behind a module, the title,
  /// a header, the bar.
  private static func isSeam(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    switch bytes[start - 1] {
    case 0...0x20, UInt8(ascii: ")"), UInt8(ascii: ":"): true
    case UInt8(ascii: "="): bytes[start] != UInt8(ascii: "=")
    default: bytes.has("SUMMARY: ", at: start, end: bytes.count)
    }
  }

  static func seams(_ bytes: Span<UInt8>, _ line: Range<Int>) -> [Int] {
    var seams = Seams.starts(of: starts, in: bytes, line) { isSeam(bytes, $0) }
    // ` #N FUNC ...`
    var from = line.lowerBound
    while let found = bytes.first(UInt8(ascii: "#"), in: from..<line.upperBound) {
      from = found + 1
      guard found > line.lowerBound, bytes[found - 1] <= 0x20,
        let (_, end) = bytes.decimal(at: from, end: line.upperBound),
        bytes.has(" ", at: end, end: line.upperBound)
      else { continue }
      seams.insert(found)
    }
    addCounts(bytes, line, to: &seams)
    return seams.sorted()
  }

  /// Adds where `And 2 more similar thread leaks.` begins.
  private static func addCounts(_ bytes: Span<UInt8>, _ line: Range<Int>, to seams: inout Set<Int>) {
    var from = line.lowerBound
    while let found = bytes.first("And ", in: from..<line.upperBound) {
      from = found + 4
      guard found > line.lowerBound, isSeam(bytes, found),
        let (_, end) = bytes.decimal(at: from, end: line.upperBound),
        bytes.has(" more similar ", at: end, end: line.upperBound)
      else { continue }
      seams.insert(found)
    }
  }
}
