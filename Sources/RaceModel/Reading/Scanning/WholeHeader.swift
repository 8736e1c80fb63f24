/// A section's header that has all its parts: the address and the thread of an access, or the words of a creation, and
/// the colon. No sentence has so much, so that it is found between other text.
///
/// ```
/// connecting... Previous read at 0x00c00009a040 by main goroutine:
/// Previous read at 0x00c00009a040 by main goroutine:2024/03/05 10:00:01 started worker 3
/// ```
enum WholeHeader {
  /// How many colons are looked at: times and paths have some, too.
  private static let mostColons = 16
  /// How far into a line a header's own words may be.
  private static let reach = 1 << 10
  /// What a header names behind `by`.
  private static let actors: TextStarts = [
    "goroutine ", "main goroutine", "thread ", "main thread", "task ", "interrupt ",
  ]

  /// Where a line holds a header of a detector; nil where it holds none.
  static func find(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ grammar: any ReportGrammar.Type
  ) -> Range<Int>? {
    let head = line.prefix(reach)
    guard let words = bytes.first(" by ", in: head) ?? bytes.first(" created at:", in: head) else {
      return nil
    }
    var from = words
    for _ in 0..<mostColons {
      guard let colon = bytes.first(UInt8(ascii: ":"), in: from..<line.upperBound) else { return nil }
      let end = colon + 1
      if let start = grammar.header(bytes, line.lowerBound..<end), isWhole(bytes, start..<end) {
        return start..<end
      }
      from = end
    }
    return nil
  }

  /// Whether a header lacks nothing.
  private static func isWhole(_ bytes: Span<UInt8>, _ header: Range<Int>) -> Bool {
    if bytes.ends(" at:", in: header) { return bytes.first(" created ", in: header) != nil }
    let address = bytes.first(" at 0x", in: header) ?? bytes.first(" to 0x", in: header)
    guard address != nil, !WrappedText.isCutAtColon(bytes, header), let by = bytes.first(" by ", in: header)
    else { return false }
    return actors.begin(bytes, by + 4..<header.upperBound)
  }
}
