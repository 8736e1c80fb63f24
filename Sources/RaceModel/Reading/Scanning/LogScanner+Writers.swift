/// Numbers that tell writers apart.
extension LogScanner {
  /// The prefix of a report of which one line is known. A number that it begins with may count lines; beside a report
  /// whose lines all have another number there it is the writer's: `12: ` and `13: ` of two tests that run at once.
  func prefixOfHeadless(_ bytes: Span<UInt8>, _ own: Range<Int>, _ stream: TextStream) -> LinePrefix {
    let prefix = LinePrefix(bytes, own)
    guard !prefix.isEmpty, open.has(stream), open.areFew(in: stream) else { return prefix }
    let fixed = LinePrefix(bytes, own, and: bytes.bytes(own))
    guard fixed != prefix else { return prefix }
    let areWriters = open.indices(of: stream).contains { index in
      let other = open[stream, index]
      return !other.isAnnounced && fixed.steps.hasOtherNumbers(than: other.prefix.steps)
    }
    return areWriters ? fixed : prefix
  }

  /// Writers have few digits before their lines; more may be a time.
  private static var highestWriter: Int { 9_999 }

  /// Whether a line below a title that begins with a number is of a writer with another number. The same number once more
  /// counts no lines: it is the writer's, and from now on in the report's prefix.
  ///
  /// ```
  /// 12: WARNING: DATA RACE
  /// 13: BUG: KCSAN: data-race in mill_pop / mill_push
  /// 12: Write at 0x00c0000a4010 by goroutine 10:            the numbers of lines rise
  /// 13:
  /// ```
  ///
  /// - Parameter start: where the line's own text begins.
  mutating func isOfOtherNumber(
    _ bytes: Span<UInt8>, _ line: LogLine, at start: Int, _ opening: LineOpening?, than report: OpenReport
  ) -> Bool {
    let prefix = report.titlePrefix
    guard report.prefix.beginsWithNumber, Self.endsNumberInSign(prefix.span),
      let title = LinePrefix.counter(prefix.span, 0..<prefix.count), title <= Self.highestWriter,
      let own = LinePrefix.counter(bytes, line.range.lowerBound..<start)
    else { return false }
    if own == title {
      report.prefix = LinePrefix(prefix.span, 0..<prefix.count, and: prefix)
      open.move(report)
    }
    guard own > title else { return own < title }
    // Another test that begins right below it.
    guard let found = opening ?? Grammars.opening(bytes, line.range) else { return false }
    return found.grammar.detector != report.grammarType.detector
  }

  /// Whether a sign is right behind the number that a prefix begins with: `12: `, `0| `. With a blank there it may be a
  /// second, or a day.
  private static func endsNumberInSign(_ prefix: Span<UInt8>) -> Bool {
    let text = prefix.trimmed(0..<prefix.count)
    guard let (_, end) = prefix.decimal(at: text.lowerBound, end: text.upperBound) else { return false }
    return end < text.upperBound && prefix[end] > 0x20
  }
}
