/// Records that are read as text: inside of another record, on a page, or on several lines.
extension LogScanner {
  /// Reads the line that has the text of a record with a line for each field.
  ///
  /// - Returns: whether it is one.
  mutating func readPretty(_ bytes: Span<UInt8>, _ line: LogLine, wasEmpty: Bool) -> Bool {
    guard let (record, start) = PrettyRecord.record(bytes, ofText: line.range) else { return false }
    // The names above it are the record's, too.
    var extent = line.extent
    extent.line -= bytes.lineEnds(in: start..<line.range.lowerBound)
    extent.start = pass.base + start
    readRecord(record, bytes, LogLine(range: line.range, extent: extent), wasEmpty: wasEmpty)
    return true
  }

  /// Gives the report that a line has opened the package and the test that the record names of which the line is a part.
  mutating func nameOpened(_ bytes: Span<UInt8>, _ line: LogLine) {
    guard let report = findings.opened,
      let names = Unwrapper.names(in: bytes, line.range, &naming.symbols) ?? namesAbove(bytes, line)
    else { return }
    report.draft.extent.during.package = names.package
    report.draft.extent.during.test = names.test
    findings.opened = nil
  }

  private mutating func namesAbove(_ bytes: Span<UInt8>, _ line: LogLine) -> TestIDs? {
    guard line.origin.isInPlace, line.stream == TextStream.plain,
      let names = PrettyRecord.names(bytes, ofText: line.range)
    else { return nil }
    return Unwrapper.during(bytes, package: names.package, test: names.test, in: &naming.symbols)
  }
}
