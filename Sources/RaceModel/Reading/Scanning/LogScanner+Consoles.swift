/// Lines that a console has put together, or a mail program has cut behind their prefix.
extension LogScanner {
  /// Reads a line of a report that has another line behind it, without a line end between.
  ///
  /// - Parameter next: where the other line begins.
  mutating func readGlued(
    _ bytes: Span<UInt8>, _ line: LogLine, at next: Int, _ report: OpenReport, anyLevel: Bool
  ) -> Verdict {
    let first = line.part(line.range.lowerBound..<next)
    let rest = line.part(next..<line.range.upperBound)
    let verdict = offer(bytes, first, nil, to: report, anyLevel: anyLevel)
    switch verdict {
    case .ended, .endedAbove: return verdict
    case .closed: finish(report)
    case .taken, .blank, .foreign:
      // Another writer's line, of no other report.
      if open.total == 1, report.prefix.match(bytes, rest.range, anyLevel: true) == nil {
        report.draft.addNote(bytes, rest.range)
      }
    }
    pass.gluedDepth += 1
    readText(bytes, rest)
    pass.gluedDepth -= 1
    return .taken
  }

  /// Gives a line without a report's prefix to the report if the line above has only the prefix: a mail program broke the
  /// line there, before a long word.
  ///
  /// ```
  /// [   41.000008][ T2207]
  /// blk_mq_complete_request_remote_and_wait+0x37/0x110
  /// ```
  ///
  /// - Returns: whether a report took the line.
  mutating func offerBelowPrefix(_ bytes: Span<UInt8>, _ line: LogLine) -> Bool {
    guard open.areFew(in: line.stream), line.origin.isInPlace else { return false }
    for index in open.indices(of: line.stream) {
      let report = open[line.stream, index]
      guard !report.isAnnounced, !report.prefix.isEmpty, report.held == nil, report.partial.isEmpty,
        let above = bytes.lineAbove(line.range.lowerBound, within: ScanLimits.barReach),
        case .content(let start) = report.prefix.match(bytes, above, anyLevel: true),
        bytes.trimmed(start..<above.upperBound).isEmpty,
        report.prefix.match(bytes, line.range) == nil,
        case let text = bytes.trimmed(report.restStart(bytes, line.range)..<line.range.upperBound),
        text.count > Self.shortestWord, bytes.first(0x20, in: text) == nil,
        // What is left of the indentation tells a function from another program's.
        report.grammarType.beginsLine(bytes, text)
          || (start < above.upperBound && bytes[start] == 0x20 && report.grammarType.isFunction(bytes, text))
      else { continue }
      if let isTaken = settle(read(bytes, line.part(text), report), report) { return isTaken }
    }
    return false
  }

  /// A shorter word had room beside the prefix.
  private static var shortestWord: Int { 16 }
}
