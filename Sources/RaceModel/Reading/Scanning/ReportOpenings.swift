/// What reports that open have in common with the ones that opened before.
struct ReportOpenings {
  /// The prefix of the last report that needed no second line to learn it from, and its bytes.
  private var lastPrefix: (bytes: [UInt8], prefix: LinePrefix) = ([], .none)
  /// The line that opened a report last, and how many it has opened beyond the first.
  private var last: (line: Int, count: Int32) = (0, 0)

  /// How many reports the line has opened before the one that it opens now.
  mutating func ordinal(atLine line: Int) -> Int32 {
    last = last.line == line ? (line, last.count + 1) : (line, 0)
    return last.count
  }

  /// What the lines of a report begin with whose title is certain. One process puts the same before each of its
  /// reports.
  ///
  /// - Returns: the prefix, and the bytes it was learnt from.
  mutating func certainPrefix(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> (bytes: [UInt8], prefix: LinePrefix) {
    let own = bytes.bytes(range)
    if lastPrefix.bytes != own { lastPrefix = (own, LinePrefix(bytes, range)) }
    return lastPrefix
  }

  /// Counts lines anew: another log, or a part of one, is read.
  mutating func restart() { last = (0, 0) }
}
