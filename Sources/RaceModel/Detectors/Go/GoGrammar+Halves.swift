/// Functions' names that another program has cut in two: it logs whatever it reads from a pipe as a line.
///
/// ```
///   main.main.f
/// unc1()
///       /src/main.go:9 +0x3a
/// ```
///
/// Longer names are put together where lines are held, see `rejoins`.
extension GoGrammar {
  /// Keeps a line that may be the beginning of a name: it is indented as functions are, and holds no blank.
  mutating func keepBeginning(_ bytes: Span<UInt8>, _ line: ReportLine) {
    guard state == .stack, line.indent > 0, line.indent == (indent < 0 ? firstIndent : indent),
      bytes[line.text.lowerBound].beginsIdentifier, bytes.first(0x20, or: 0x09, in: line.text) == nil
    else { return }
    above.beginning = GoCandidate(
      name: bytes.bytes(line.text), indent: line.indent, count: foreign.count + 1)
  }

  /// Keeps the rest of the name that the line above begins, if both are a name: it is in the first column.
  ///
  /// - Returns: whether the line is that rest.
  mutating func keepRest(_ bytes: Span<UInt8>, _ line: ReportLine, _ draft: ReportDraft) -> Bool {
    guard line.indent == 0, foreign.count > 0, let beginning = above.beginning,
      beginning.count == foreign.count, mayHoldFunction(line, draft), bytes.ends("()", in: line.text)
    else { return false }
    let rest = line.text.lowerBound..<line.text.upperBound - 2
    let whole = beginning.name + bytes.bytes(rest)
    guard GoBareFunction.name(whole.span, 0..<whole.count) == 0..<whole.count else { return false }
    keep(rest, bytes, line)
    above.candidate?.isRest = true
    return true
  }

  /// Whether a function below a foreign line is no more than the rest of a name: no package is in it, and it is in the first
  /// column, where no function of the report is.
  func lacksBeginning(_ name: Range<Int>, _ bytes: Span<UInt8>, _ line: ReportLine) -> Bool {
    foreign.count > 0 && indent > 0 && line.indent == 0 && !GoBareFunction.isQualified(bytes, name)
  }
}
