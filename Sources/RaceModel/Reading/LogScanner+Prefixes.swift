/// What stands before the lines of reports.
extension LogScanner {
  /// Learns the prefix of a report's lines from what stands before its title and on the line that holds its first
  /// header; nil when that line is of another source.
  static func prefix(
    ofTitle titlePrefix: [UInt8], _ bytes: Span<UInt8>, _ line: Range<Int>, _ header: Int
  ) -> LinePrefix? {
    let own = line.lowerBound..<header
    let prefix = LinePrefix(titlePrefix.span, 0..<titlePrefix.count, and: bytes.bytes(own))
    if !prefix.isEmpty, textStart(bytes, prefix, line, header) != nil { return prefix }
    if prefix.hasLevel, let start = textStart(bytes, prefix, line, header, anyLevel: true) {
      // More lines have the header's level than the title's.
      return LinePrefix(bytes, line.lowerBound..<start, and: titlePrefix)
    }
    // Headers may be indented, titles are not.
    let mark = own.lowerBound..<bytes.trimmed(own).upperBound
    return LinePrefix(context: bytes.bytes(mark), ofMatch: titlePrefix)
  }

  /// Where a header's line begins behind the prefix; nil when more than white space stands before the header there.
  private static func textStart(
    _ bytes: Span<UInt8>, _ prefix: LinePrefix, _ line: Range<Int>, _ header: Int, anyLevel: Bool = false
  ) -> Int? {
    guard case .content(let start) = prefix.match(bytes, line, anyLevel: anyLevel), start <= header,
      bytes.trimmed(start..<header).isEmpty
    else { return nil }
    return start
  }

  /// What stands before a certain title. One process puts the same before each of its reports.
  mutating func certainPrefix(_ bytes: Span<UInt8>, _ range: Range<Int>) -> LinePrefix {
    let own = bytes.bytes(range)
    if lastPrefix.bytes != own { lastPrefix = (own, LinePrefix(bytes, range)) }
    return lastPrefix.prefix
  }

  /// Gives a line to a report whose lines had another log level so far. Loggers and CI systems guess the level of
  /// each line from its words; two sources may differ in nothing else, so lines of the very same level go first,
  /// and a title is a new report's.
  ///
  /// - Returns: whether the report took the line.
  mutating func offerAtOtherLevel(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ opening: LineOpening?, _ place: Place
  ) -> Bool {
    // Of very many sources none is asked for each line.
    guard open.count <= 64 else { return false }
    let isTitle =
      switch opening?.opening {
      case .title, .certain: true
      case .section, .header, .summary, nil: false
      }
    for index in open.indices where !open[index].isAnnounced && open[index].prefix.hasLevel {
      if isTitle, open[index].draft.isProven || open[index].draft.detector != opening?.grammar.detector {
        continue
      }
      switch offer(bytes, line, opening, to: index, place, anyLevel: true) {
      case .taken, .blank: return true
      case .closed:
        finish(index, isEnd: false)
        return true
      case .ended, .endedAbove:
        finish(index, isEnd: false)
        return false
      case .foreign: continue
      }
    }
    return false
  }
}
