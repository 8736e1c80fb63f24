/// Lines of a report after output of the program that has no line end.
///
/// ```
/// ...Write at 0x00c000012345 by goroutine 9:
/// progress 10%  Write of size 8 at 0x7b0400007720 by thread T4:
/// .    #1 proc sched.c:589:4 (app+0x2)
/// tick ==7== This conflicts with a previous write of size 4 by thread #1
/// login: [   12.81]  tx_done+0x1/0x9
/// ```
///
/// Such a line belongs to the report if the text after the output continues it: with the report's prefix, an access at
/// the same address, the creation of a thread that it names, or the next frame number.
extension LogScanner {
  /// Bytes of output at most: after more of them a line belongs to another writer.
  static var longestOutput: Int { 200 }

  /// Lines below a report's last one that are looked at.
  private static var reach: Int { 2 }

  /// Gives a line to the report that it continues after a program's output.
  ///
  /// - Returns: whether a report took the line.
  mutating func offerBehindOutput(
    _ bytes: Span<UInt8>, _ line: LogLine
  ) -> Bool {
    guard open.areFew(in: line.stream) else { return false }
    for index in open.indices(of: line.stream) {
      let report = open[line.stream, index]
      // Output comes between two writes of the detector: further down a line would only cost time.
      guard line.extent.line - report.draft.extent.lastLine <= Self.reach else { continue }
      let isTaken =
        report.isAnnounced
        ? beginBehindOutput(bytes, line, report)
        : goOnBehindOutput(bytes, line, report)
      if isTaken { return true }
    }
    return false
  }

  /// The first header, right below a title without anything before it.
  private mutating func beginBehindOutput(
    _ bytes: Span<UInt8>, _ line: LogLine, _ report: OpenReport
  ) -> Bool {
    let grammar = report.grammarType
    guard report.wait.prefix.isEmpty, report.suffix.text.isEmpty,
      line.extent.line == report.draft.extent.lastLine + 1,
      let header = grammar.header(bytes, line.range),
      Self.isGlued(bytes, line.range, header, indent: grammar.headerIndent)
    else { return false }
    let text = header..<line.range.upperBound
    guard offer(bytes, line.part(text), Grammars.opening(bytes, text), to: report) == .taken else {
      return false
    }
    report.draft.addNote(bytes, line.range.lowerBound..<header)
    return true
  }

  /// Whether output ends right where the detector's blanks begin: a prefix ends with a blank or a sign.
  ///
  /// - Parameter mayEndInBlank: whether one more blank may be the output's.
  private static func isGlued(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ header: Int, indent: Int, mayEndInBlank: Bool = false
  ) -> Bool {
    let end = bytes.trimmed(line.lowerBound..<header).upperBound
    guard end > line.lowerBound, header - line.lowerBound <= longestOutput else { return false }
    let isBlank = mayEndInBlank && indent > 0 && header - end == indent + 1
    return (header - end == indent || isBlank) && OutputEnd.isSure(bytes, line.lowerBound..<end)
  }

  private mutating func goOnBehindOutput(
    _ bytes: Span<UInt8>, _ line: LogLine, _ report: OpenReport
  ) -> Bool {
    guard report.held == nil, report.partial.isEmpty,
      report.draft.header.title != nil || !report.draft.accesses.isEmpty,
      let (start, output, isOwnPrefix) = Self.placeBehindOutput(bytes, line.range, report),
      case let own = ReportLine(bytes, start..<line.range.upperBound, number: line.extent.line),
      !own.text.isEmpty
    else { return false }
    var grammar = report.grammar
    var draft = report.draft
    let verdict = grammar.read(bytes, own, draft: &draft, naming: &naming)
    guard verdict == .taken else { return false }
    let text = output..<line.range.upperBound
    let indent = report.grammarType.headerIndent
    let isGlued = Self.isGlued(bytes, text, start, indent: indent, mayEndInBlank: true)
    let isFirst =
      report.draft.accesses.isEmpty && line.extent.line == report.draft.extent.lastLine + 1
      && Self.isGlued(bytes, text, start, indent: indent)
    guard isOwnPrefix || isFirst || Self.goesOn(from: report.draft, to: draft, isGlued: isGlued) else {
      return false
    }
    if isOwnPrefix { draft.addNote(bytes, line.range.lowerBound..<start) }
    (report.grammar, report.draft) = (grammar, draft)
    report.take(line.extent, ended: open.ended)
    return true
  }

  /// Where a report may go on in a line after output, where the output begins, and whether the report's prefix follows it.
  /// The output begins the line, or follows the line's prefix.
  private static func placeBehindOutput(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ report: OpenReport
  ) -> (start: Int, output: Int, isOwnPrefix: Bool)? {
    if !report.prefix.isEmpty, let start = prefixBehindOutput(bytes, line, report.prefix) {
      return (start, line.lowerBound, true)
    }
    guard let output = report.prefix.textStart(bytes, line),
      let start = report.grammar.startBehindOutput(bytes, output..<line.upperBound, report.draft)
    else { return nil }
    return (start, output, false)
  }

  /// Where a line's text begins behind output and a report's prefix; nil when the prefix is not in the line, or does
  /// not say much.
  private static func prefixBehindOutput(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ prefix: LinePrefix
  ) -> Int? {
    guard prefix.isTelling, let first = prefix.head.first else { return nil }
    var from = line.lowerBound + 1
    let end = min(line.upperBound, from + longestOutput)
    while from < end, let found = bytes.first(first, in: from..<end) {
      if case .content(let start) = prefix.match(bytes, found..<line.upperBound) { return start }
      from = found + 1
    }
    return nil
  }

  /// Whether what was read continues a report. A header after a blank may follow another writer's prefix.
  private static func goesOn(from old: ReportDraft, to new: ReportDraft, isGlued: Bool) -> Bool {
    if new.accesses.count > old.accesses.count, let access = new.accesses.last {
      guard isGlued, let first = old.accesses.first else { return false }
      return access.address != nil && access.address == first.address
    }
    if new.creations.count > old.creations.count, let creation = new.creations.last {
      return isGlued && old.awaitsCreation(of: creation.thread)
    }
    return new.locations.count == old.locations.count || isGlued
  }
}
