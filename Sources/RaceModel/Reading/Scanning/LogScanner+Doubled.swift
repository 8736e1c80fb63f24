/// Reports of which each line is in the log twice, one right below the other: two handlers of a logger have printed it, or a
/// shell has sent it two ways into one file.
extension LogScanner {
  /// Whether a line is the second one of two that are the same. A header that is the same as the line above it shows that
  /// a report is of this kind: no detector prints one twice, as it may print frames.
  func isRepeated(_ bytes: Span<UInt8>, _ line: LogLine, _ report: OpenReport) -> Bool {
    guard line.origin.isInPlace, report.isDoubled || isBelowHeader(line, report),
      Self.isSameAsAbove(bytes, line.range)
    else { return false }
    if report.isDoubled { return true }
    let text = bytes.trimmed(line.range)
    report.isDoubled = !text.isEmpty && report.grammarType.header(bytes, text) == text.lowerBound
    return report.isDoubled
  }

  /// Whether the line above may be the first header of a report.
  private func isBelowHeader(_ line: LogLine, _ report: OpenReport) -> Bool {
    report.draft.accesses.count == 1 && report.draft.extent.lastLine + 1 == line.extent.line
  }

  /// Whether the line in the log that a text is on is the same as the one above it.
  private static func isSameAsAbove(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    guard let above = bytes.last(0x0A, in: 0..<text.lowerBound) else { return false }
    let line = above + 1..<(bytes.first(0x0A, in: text.upperBound..<bytes.count) ?? bytes.count)
    let start = bytes.last(0x0A, in: 0..<above).map { $0 + 1 } ?? 0
    return above - start == line.count && bytes.has(bytes.bytes(line), at: start, end: above)
  }
}
