/// Offsets cut between their digits: an offset is the last thing on its line, so a terminal that wraps the line puts only
/// digits on the next one.
///
/// ```
/// web-1  |       /home/runner/work/shop/shop/internal/store/cache_test.go:18 +0x1d
/// 4
/// ```
///
/// A program may print a number there, too. It belongs to the offset if the line above is the widest of its report.
extension LogScanner {
  /// Lines of fewer columns are not cut.
  private static var narrowest: Int { 60 }
  /// How many bytes above a line its report's widest line is looked for in.
  private static var widthReach: Int { 1 << 14 }
  /// More digits are not at the end of an offset.
  private static var mostDigits: Int { 8 }

  /// Gives a line that is the end of an offset to the report with the rest of it.
  ///
  /// - Returns: whether a report took the line.
  mutating func offerRestOfOffset(_ bytes: Span<UInt8>, _ line: LogLine) -> Bool {
    guard line.origin.isInPlace, open.has(line.stream), open.areFew(in: line.stream),
      let last = bytes.lastVisible(in: line.range), hexDigit(bytes[last]) != nil
    else { return false }
    for index in open.indices(of: line.stream) {
      let report = open[line.stream, index]
      guard !report.isAnnounced, report.held == nil, !report.isRefilled,
        report.draft.extent.lastLine + 1 == line.extent.line
      else { continue }
      let own = report.prefix.textStart(bytes, line.range)
      let start = own ?? report.restStart(bytes, line.range)
      let digits = bytes.trimmed(start..<line.range.upperBound)
      guard !digits.isEmpty, digits.count <= Self.mostDigits,
        digits.allSatisfy({ hexDigit(bytes[$0]) != nil }),
        isCutInOffset(bytes, above: line.extent.start - pass.base, report)
      else { continue }
      // A line with the report's prefix was foreign to its grammar.
      if own != nil { _ = report.grammar.takeBackForeign() }
      report.draft.extendOffset(by: bytes, digits, &naming)
      report.take(line.extent, ended: open.ended)
      return true
    }
    return false
  }

  /// Whether the line above one ends in an offset, and no line of its report is wider.
  private func isCutInOffset(_ bytes: Span<UInt8>, above start: Int, _ report: OpenReport) -> Bool {
    guard start <= bytes.count, let line = bytes.lineAbove(start, within: start) else { return false }
    let above = line.lowerBound..<bytes.trimmed(line).upperBound
    let columns = Self.columns(bytes, above)
    guard columns >= Self.narrowest, WrappedText.endsInOffset(bytes, above) else { return false }
    // Of a report longer than any real one its last lines are as good.
    var from = max(0, report.draft.extent.start - pass.base, line.lowerBound - Self.widthReach)
    while from < line.lowerBound, let end = bytes.first(0x0A, in: from..<line.lowerBound) {
      if Self.columns(bytes, from..<end) > columns { return false }
      from = end + 1
    }
    return true
  }

  /// How many characters a line has, without what is blank at its end.
  private static func columns(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int {
    guard let last = bytes.lastVisible(in: line) else { return 0 }
    // All but the first byte of a character in UTF-8 begin with 10.
    return (line.lowerBound...last).count { bytes[$0] & 0xC0 != 0x80 }
  }
}
