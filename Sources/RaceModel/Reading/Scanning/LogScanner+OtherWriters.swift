/// Lines of other writers between the two parts of a line that was cut.
extension LogScanner {
  /// Whether a line that lacks a report's prefix is another writer's: it begins with the prefix of another open report, or
  /// with one that is like the report's own. The rest of a line that was wrapped has what is before all lines of the
  /// report, a part of that, or nothing.
  ///
  /// Asked of a report that holds a line without its end: that line and another writer's would be a place in the code that
  /// is nowhere.
  func isOfOtherWriter(_ bytes: Span<UInt8>, _ line: LogLine, than report: OpenReport) -> Bool {
    if report.prefix.isLikeThat(of: line.range, bytes) { return true }
    guard open.count(of: line.stream) > 1, open.areFew(in: line.stream) else { return false }
    let own = report.restStart(bytes, line.range)
    return open.indices(of: line.stream).contains { index in
      let other = open[line.stream, index]
      guard other !== report, case let prefix = other.knownPrefix,
        prefix.isTelling, let start = prefix.textStart(bytes, line.range)
      else { return false }
      // Both may have the same stamp.
      return start > own
    }
  }
}
