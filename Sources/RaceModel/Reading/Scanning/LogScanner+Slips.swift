/// Lines that are a report's though they do not begin as its lines do.
extension LogScanner {
  /// Gives a header behind stray characters to the report whose line it is: a slip of whoever pasted the report, or
  /// what a terminal left. Else the frames below it would be those of the stack above it.
  ///
  /// - Returns: whether a report took the line.
  mutating func offerBehindStray(
    _ bytes: Span<UInt8>, _ line: LogLine
  ) -> Bool {
    guard open.areFew(in: line.stream) else { return false }
    for index in open.indices(of: line.stream) {
      let report = open[line.stream, index]
      let prefix = report.knownPrefix
      guard case .content(let start) = prefix.match(bytes, line.range),
        let stray = StrayCharacters.range(bytes, start..<line.range.upperBound),
        case let text = bytes.trimmed(stray.upperBound..<line.range.upperBound),
        report.grammarType.header(bytes, text) == text.lowerBound
      else { continue }
      // A title that waits learns its prefix from the header: here there is none.
      guard !report.isAnnounced || prefix.isEmpty else { continue }
      let wasAnnounced = report.isAnnounced
      let verdict =
        wasAnnounced
        ? offer(bytes, line.part(text), Grammars.opening(bytes, text), to: report)
        : read(bytes, line.part(text), report)
      guard verdict == .taken else { continue }
      // A report that was open has noted the line before it was known to be its own.
      if wasAnnounced { report.draft.addNote(bytes, line.range) }
      return true
    }
    return false
  }

  /// Gives a line to a report whose lines had another log level so far. Loggers and CI systems guess the level of
  /// each line from its words; two writers may differ in nothing else, so lines of the very same level go first,
  /// and a title is a new report's.
  ///
  /// - Returns: whether the report took the line.
  mutating func offerAtOtherLevel(
    _ bytes: Span<UInt8>, _ line: LogLine, _ opening: LineOpening?
  ) -> Bool {
    // Of very many writers none is asked for each line.
    guard open.count(of: line.stream) <= 64 else { return false }
    let isTitle =
      switch opening?.opening {
      case .title, .certain: true
      case .section, .header, .summary, nil: false
      }
    for index in open.indices(of: line.stream) {
      let report = open[line.stream, index]
      guard !report.isAnnounced, report.prefix.hasLevel else { continue }
      if isTitle, report.draft.progress.isProven || report.draft.header.detector != opening?.grammar.detector
      {
        continue
      }
      if let isTaken = settle(offer(bytes, line, opening, to: report, anyLevel: true), report) {
        return isTaken
      }
    }
    return false
  }

  /// Ends a report where the verdict on a line says so.
  ///
  /// - Returns: whether the report took the line; nil where the line is foreign to it.
  mutating func settle(_ verdict: Verdict, _ report: OpenReport) -> Bool? {
    switch verdict {
    case .taken, .blank: return true
    case .closed:
      finish(report)
      return true
    case .ended, .endedAbove:
      finish(report)
      return false
    case .foreign: return nil
    }
  }
}

/// Characters that a line begins with by mistake.
private enum StrayCharacters {
  /// How many characters are taken for stray ones; more are another writer's prefix.
  private static let most = 2

  /// The stray characters that a line begins with and that a blank ends.
  static func range(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    let text = bytes.trimmed(line)
    guard let blank = text.prefix(most + 1).first(where: { bytes[$0] <= 0x20 }) else { return nil }
    return text.lowerBound..<blank
  }
}
