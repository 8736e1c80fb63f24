/// Giving lines to open reports.
extension LogScanner {
  /// Gives a line that is free of escapes and JSON to the report it belongs to, or looks whether it opens one. Who
  /// is asked, in this order:
  ///
  /// | | asked | takes |
  /// |-|-------|-------|
  /// | 1 | the sink | a line that goes on with a message, or is the result of a test that was blamed |
  /// | 2 | open reports of the stream whose prefix fits | their own lines, see `Verdict` |
  /// | 3 | open reports, as below a slip | a mark below a frame that lines were left out, a line below a title with something glued to it, a line dressed up by itself, a frame below no more than the prefix, a header behind stray characters, a line at another log level, one after a program's output |
  /// | 4 | titles that wait for their header | a header, or one behind the text that followed the title |
  /// | 5 | the title right above | a header between other text |
  /// | 6 | all grammars | a line that opens a report |
  /// | 7 | all grammars | a message of a runtime |
  mutating func readText(
    _ bytes: Span<UInt8>, _ line: LogLine
  ) {
    let stream = line.stream
    if open.total > 1, open.isSweepDue(atLine: line.extent.line) { endIdle(line.extent.line) }
    if open.mayBeSilent { for report in open.takeSilent() { finish(report) } }
    if stream == TextStream.plain, mayAnnounceJob(bytes, line) {
      announced.jobs.take(bytes, line.range, symbols: &naming.symbols)
    }
    if blamed.awaitedResult != nil { readBelowBlame(bytes, line) }
    if let awaited = sink.awaitedStream, awaited == stream, sink.goOn(bytes, line.range) { return }
    // A report that knows its lines needs no look at what else they could begin.
    let isSettled = open.count(of: stream) == 1 && !open[stream, 0].isAnnounced
    var opening = isSettled ? nil : opening(bytes, line)
    if offerToOpen(bytes, line, opening) { return }
    if opening == nil, open.hasWaiting(in: stream), offerRestOfTitle(bytes, line) { return }
    if letOverhear(bytes, line) { return }
    if isSettled { opening = self.opening(bytes, line) }
    if offerRestOfOffset(bytes, line) { return }
    guard line.range.count > 6 else { return }
    if open.has(stream) {
      if offerBelowGlued(bytes, line) { return }
      if offerDressed(bytes, line) { return }
      if offerBelowPrefix(bytes, line) { return }
      if offerBehindStray(bytes, line) { return }
      if offerAtOtherLevel(bytes, line, opening) { return }
      if offerBehindOutput(bytes, line) || offerHeaderBetween(bytes, line) { return }
    }
    guard let opening else {
      if open.hasWaiting(in: stream), offerWithoutSuffix(bytes, line) { return }
      return readNote(bytes, line)
    }
    begin(opening, bytes, line)
    if findings.opened != nil { nameOpened(bytes, line) }
  }

  /// Whether a line may say which job prints the next ones: such a line has an anchor, but for the bar that ends a block.
  private mutating func mayAnnounceJob(_ bytes: Span<UInt8>, _ line: LogLine) -> Bool {
    !line.origin.isInPlace || announced.jobs.isInBlock || pass.hasAnchor(bytes, line.range)
  }

  /// Offers a line to the open reports whose prefix it may have, one after the other.
  ///
  /// - Returns: whether one took it.
  private mutating func offerToOpen(
    _ bytes: Span<UInt8>, _ line: LogLine, _ opening: LineOpening?
  ) -> Bool {
    let stream = line.stream
    guard open.has(stream) else { return false }
    let head = LineHead(bytes, line.range)
    let goesOn = open.count(of: stream) == 1 && open[stream, 0].draft.progress.goesOn
    if !goesOn, offerToHolding(bytes, line) { return true }
    var next = goesOn ? 0 : open.next(from: 0, for: head, in: stream)
    while let index = next {
      let report = open[stream, index]
      switch offer(bytes, line, opening, to: report) {
      case .taken, .blank: return true
      case .closed:
        finish(report)
        dropUnproven(beside: report)
        return true
      case .ended: finish(report)
      case .endedAbove: passLastLine(of: report, bytes, line.origin)
      case .foreign:
        // A line with a report's own prefix can open the next report, but is no other report's.
        next = open.next(from: index + 1, for: head, in: stream)
        continue
      }
      next = open.next(from: index, for: head, in: stream)
    }
    return false
  }

  /// Offers a line to the one of several open reports that holds the line right above it: the rest of that may lack
  /// the report's prefix, or a part of it.
  private mutating func offerToHolding(
    _ bytes: Span<UInt8>, _ line: LogLine
  ) -> Bool {
    let count = open.count(of: line.stream)
    guard count > 1, count <= 8 else { return false }
    for index in 0..<count {
      let report = open[line.stream, index]
      guard let held = report.held, held.extent.lastLine + 1 == line.extent.line,
        report.prefix.match(bytes, line.range) == nil
      else { continue }
      return joinHeld(bytes, line, report)
    }
    return false
  }

  /// Gives up what looked like another report inside one that has closed: a bar ends both, and by itself it could
  /// not be read again.
  private mutating func dropUnproven(beside closed: OpenReport) {
    guard closed.prefix.isEmpty, open.has(closed.stream) else { return }
    for index in open.indices(of: closed.stream).reversed() {
      let report = open[closed.stream, index]
      if report.prefix.isEmpty, !report.isAnnounced, !report.draft.progress.isProven { finish(report) }
    }
  }

  /// Shows reports a line without their prefix: it may say that lines were lost, or left out.
  ///
  /// - Returns: whether it is part of one of them.
  private func letOverhear(_ bytes: Span<UInt8>, _ line: LogLine) -> Bool {
    // Of very many writers none is asked for each line.
    guard open.has(line.stream), open.count(of: line.stream) <= 64 else { return false }
    let own = ReportLine(bytes, line.range, number: line.extent.line)
    var isTaken = false
    for index in open.indices(of: line.stream) {
      let report = open[line.stream, index]
      guard !report.isAnnounced, report.prefix.match(bytes, line.range) == nil else { continue }
      let isNext = line.extent.line == report.draft.extent.lastLine + 1
      if report.grammar.overhear(bytes, own, isNext: isNext, draft: &report.draft) {
        report.take(line.extent, ended: open.ended)
        isTaken = true
      }
    }
    return isTaken
  }

  /// Ends the reports that had no line for long.
  private mutating func endIdle(_ line: Int) {
    for report in open.reports(where: { $0.isIdle(atLine: line) }).reversed() { finish(report) }
  }

  /// The opening in a line; nil when it holds none.
  private mutating func opening(
    _ bytes: Span<UInt8>, _ line: LogLine
  ) -> LineOpening? {
    // Only a title that waits can use a header without an anchor.
    if line.origin.isInPlace, !open.hasWaiting(in: line.stream), !pass.hasAnchor(bytes, line.range) {
      return nil
    }
    return Grammars.opening(bytes, line.range)
  }

  /// Gives a line to one open report.
  ///
  /// - Parameters:
  ///   - opening: how the line may open a report.
  ///   - anyLevel: whether its log level may be another one than that of the report's lines.
  mutating func offer(
    _ bytes: Span<UInt8>, _ line: LogLine, _ opening: LineOpening?, to report: OpenReport,
    anyLevel: Bool = false
  ) -> Verdict {
    var (line, opening) = (line, opening)
    let end = report.suffix.text.start(bytes, line.range)
    let cell = line.range.lowerBound..<(end ?? line.range.upperBound)
    if cell.count > 2, bytes[cell.upperBound - 1] == UInt8(ascii: "\""),
      let text = withoutCellQuotes(bytes, cell, in: line.range, report)
    {
      let own = LogLine(text, of: report, at: line.extent)
      let opening = report.isAnnounced ? Grammars.opening(text.span, own.range) : nil
      return offer(text.span, own, opening, to: report, anyLevel: anyLevel)
    }
    if let end {
      line.range = line.range.lowerBound..<end
      report.confirmSuffix()
      if report.isAnnounced { opening = Grammars.opening(bytes, line.range) }
    }
    if report.isAnnounced, let verdict = offerPart(bytes, line, toWaiting: report) { return verdict }
    if report.isAnnounced,
      let verdict = offer(bytes, line, opening, toWaiting: report, hasSuffix: end != nil)
    {
      return verdict
    }
    guard let match = report.prefix.match(bytes, line.range, anyLevel: anyLevel) else {
      if report.held != nil { return readJoined(bytes, line, report, hasPrefix: false) }
      guard report.draft.progress.goesOn, !isOfOtherWriter(bytes, line, than: report) else { return .foreign }
      return read(bytes, line.part(report.restStart(bytes, line.range)..<line.range.upperBound), report)
    }
    switch match {
    case .part(let start):
      // More of it than a line has is dropped.
      let room = max(0, ScanLimits.longestPartialLine - report.partial.bytes.count)
      report.partial.bytes += bytes.bytes((start..<line.range.upperBound).prefix(room))
      report.partial.extent = line.extent
      return .taken
    case .rest(let start): return readRest(bytes, line.part(start..<line.range.upperBound), report)
    case .content(let start):
      if pass.gluedDepth < ScanLimits.gluedLines,
        let next = report.grammarType.gluedLine(bytes, start..<line.range.upperBound)
      {
        return readGlued(bytes, line, at: next, report, anyLevel: anyLevel)
      }
      if !report.titlePrefix.isEmpty {
        if isOfOtherNumber(bytes, line, at: start, opening, than: report) { return .foreign }
        if start < line.range.upperBound { report.confirmPrefix(atLine: line.extent.line) }
      }
      guard report.partial.isEmpty else {
        let whole = report.partial.bytes + bytes.bytes(start..<line.range.upperBound)
        report.partial.bytes = []
        return read(whole.span, line.part(0..<whole.count), report)
      }
      return readJoined(bytes, line.part(start..<line.range.upperBound), report, hasPrefix: true)
    }
  }

  /// Gives a line that is the report's to its grammar.
  mutating func read(
    _ bytes: Span<UInt8>, _ line: LogLine, _ report: OpenReport
  ) -> Verdict {
    if isRepeated(bytes, line, report) { return .blank }
    var line = line
    if let text = undressed(bytes, line.range, report) ?? unmarked(bytes, line.range, report) {
      line.range = text
    }
    if CutEnd.isIn(bytes, line.range), let verdict = readCut(bytes, line, report) { return verdict }
    let range = LiteralEnd.removed(from: bytes, withoutBarEnd(bytes, line.range, report))
    var verdict = report.grammar.read(
      bytes, ReportLine(bytes, range, number: line.extent.line), draft: &report.draft, naming: &naming)
    if verdict == .foreign, let found = readAround(bytes, line.part(range), report) { verdict = found }
    if verdict == .taken || verdict == .closed {
      if report.draft.progress.mayPassLastLine { report.keepLastLine(bytes, line.part(range)) }
      report.take(line.extent, ended: open.ended)
    }
    return verdict
  }

  /// Gives a line that was cut at its right to a report's grammar, without the word that was cut; nil where it is none
  /// of the detector's.
  private mutating func readCut(
    _ bytes: Span<UInt8>, _ line: LogLine, _ report: OpenReport
  ) -> Verdict? {
    guard let rest = CutEnd.removed(from: bytes, line.range),
      report.grammarType.beginsLine(bytes, bytes.trimmed(rest))
    else { return nil }
    // Line numbers grow: what this line lacks is noted behind what those above it do, but for a part of it read before.
    let above = max(0, report.draft.damage.count - 4)
    let verdict = read(bytes, line.part(rest), report)
    let number = line.extent.line
    let isKnown = report.draft.damage.dropFirst(above).contains {
      $0 == .frame(line: number) || $0 == .header(line: number)
    }
    if verdict == .taken, !isKnown { report.draft.damage.append(.frame(line: number)) }
    return verdict
  }

  /// Keeps a line that no report took when it is a message of a detector's runtime.
  mutating func readNote(
    _ bytes: Span<UInt8>, _ line: LogLine
  ) {
    guard Sink.depth == .index else { return }
    if line.origin.isInPlace, !pass.hasAnchor(bytes, line.range) { return }
    for grammar in Grammars.all {
      guard let found = grammar.note(bytes, line.range) else { continue }
      if found.claimsReports { return readBlame(bytes, line) }
      return sink.add(found, bytes, line)
    }
  }
}
