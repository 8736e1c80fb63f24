/// Whole logs on one line: a web page, a field of a table or a chat has taken their line ends away.
///
/// ```
/// ==7== Command: ./a ==7== ==7== Possible data race during read of size 4 at 0x10C08C by thread #1 ==7== Locks held: ...
/// It says: [   41.824126] BUG: KCSAN: data-race in mill_pop / mill_push [   41.824517] [   41.824908] write to ...
/// ```
///
/// The prefix of each line still shows where it begins. A report without prefixes is cut into lines
/// behind its title, see `ReportGrammar.seams`.
extension LogScanner {
  /// Reads a line, or one after the other the lines that it was made of.
  mutating func readPieces(_ bytes: Span<UInt8>, _ line: LogLine) {
    let range = line.range
    guard range.count > ScanLimits.collapsedLine, case let starts = Grammars.lineStarts(bytes, range),
      !starts.isEmpty
    else { return readText(bytes, line) }
    var start = range.lowerBound
    for next in starts + [range.upperBound] {
      let text = bytes.trimmed(start..<next)
      if !text.isEmpty { readText(bytes, line.part(text)) }
      start = next
    }
  }
}
