/// Giving lines to open reports.
extension LogScanner {
  /// Gives a line that is free of escapes and JSON to the report it belongs to, or looks whether it opens one. Who
  /// is asked, in this order:
  ///
  /// | | asked | takes |
  /// |-|-------|-------|
  /// | 1 | the sink | a line that goes on with a message, or is the result of a test that was blamed |
  /// | 2 | open reports of the stream whose prefix fits | their own lines, see `Verdict` |
  /// | 3 | open reports, as below a slip | a line below a title with something glued to it, a header behind stray characters, a line at another log level, one after a program's output |
  /// | 4 | titles that wait for their header | a header, or one behind the text that followed the title |
  /// | 5 | all grammars | a line that opens a report |
  /// | 6 | all grammars | a message of a runtime |
  mutating func readText(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ origin: LineOrigin, _ place: LinePlace
  ) {
    let stream = origin.stream
    if open.total > 1, open.isSweepDue(atLine: place.line) { endIdle(place.line) }
    if open.mayBeSilent { for report in open.takeSilent() { finish(report) } }
    if awaitedResult != nil { readBelowBlame(bytes, line, stream, place) }
    if let awaited = sink.awaitedStream, awaited == stream, sink.goOn(bytes, line) { return }
    // A report that knows its lines needs no look at what else they could begin.
    let isSettled = open.count(of: stream) == 1 && !open[stream, 0].isAnnounced
    var opening = isSettled ? nil : opening(bytes, line, origin)
    if offerToOpen(bytes, line, opening, origin, place) { return }
    letOverhear(bytes, line, stream, place)
    if isSettled { opening = self.opening(bytes, line, origin) }
    guard line.count > 6 else { return }
    if open.has(stream) {
      if offerBelowGlued(bytes, line, stream, place) { return }
      if offerBehindStray(bytes, line, stream, place) { return }
      if offerAtOtherLevel(bytes, line, opening, stream, place) { return }
      if offerBehindOutput(bytes, line, stream, place) { return }
    }
    guard let opening else {
      if open.hasWaiting(in: stream), offerWithoutSuffix(bytes, line, stream, place) { return }
      return readNote(bytes, line, origin, place)
    }
    begin(opening, bytes, line, origin, place)
  }

  /// Offers a line to the open reports whose prefix it may have, one after the other.
  ///
  /// - Returns: whether one took it.
  private mutating func offerToOpen(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ opening: LineOpening?, _ origin: LineOrigin,
    _ place: LinePlace
  ) -> Bool {
    let stream = origin.stream
    guard open.has(stream) else { return false }
    let head = LineHead(bytes, line)
    let goesOn = open.count(of: stream) == 1 && open[stream, 0].draft.progress.goesOn
    if !goesOn, offerToHolding(bytes, line, stream, place) { return true }
    var next = goesOn ? 0 : open.next(from: 0, for: head, in: stream)
    while let index = next {
      let report = open[stream, index]
      switch offer(bytes, line, opening, to: report, place) {
      case .taken, .blank: return true
      case .closed:
        finish(report)
        dropUnproven(beside: report)
        return true
      case .ended: finish(report)
      case .endedAbove: passLastLine(of: report, bytes, origin)
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
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ stream: TextStream, _ place: LinePlace
  ) -> Bool {
    let count = open.count(of: stream)
    guard count > 1, count <= 8 else { return false }
    for index in 0..<count {
      let report = open[stream, index]
      guard let held = report.held, held.place.lastLine + 1 == place.line,
        report.prefix.match(bytes, line) == nil
      else { continue }
      return joinHeld(bytes, line, report, place)
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

  /// Lets reports hear of a line that is not theirs: it may say that lines were lost.
  private func letOverhear(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ stream: TextStream, _ place: LinePlace
  ) {
    // Of very many writers none is asked for each line.
    guard open.count(of: stream) <= 64 else { return }
    for index in open.indices(of: stream) {
      let report = open[stream, index]
      guard !report.isAnnounced, report.prefix.match(bytes, line) == nil else { continue }
      report.grammar.overhear(bytes, line, number: place.line)
    }
  }

  /// Ends the reports that had no line for long.
  private mutating func endIdle(_ line: Int) {
    for report in open.all.reversed() where report.isIdle(atLine: line) { finish(report) }
  }

  /// The opening in a line; nil when it holds none.
  private mutating func opening(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ origin: LineOrigin
  ) -> LineOpening? {
    // Only a title that waits can use a header without an anchor.
    if origin.isInPlace, !open.hasWaiting(in: origin.stream), !pass.hasAnchor(bytes, line) { return nil }
    return Grammars.opening(bytes, line)
  }

  /// Gives a line to one open report.
  ///
  /// - Parameters:
  ///   - opening: how the line may open a report.
  ///   - anyLevel: whether its log level may be another one than that of the report's lines.
  mutating func offer(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ opening: LineOpening?, to report: OpenReport,
    _ place: LinePlace, anyLevel: Bool = false
  ) -> Verdict {
    var (line, opening) = (line, opening)
    let end = report.suffix.text.start(bytes, line)
    if let end {
      line = line.lowerBound..<end
      report.confirmSuffix()
      if report.isAnnounced { opening = Grammars.opening(bytes, line) }
    }
    if report.isAnnounced,
      let verdict = offer(bytes, line, opening, toWaiting: report, place, hasSuffix: end != nil)
    {
      return verdict
    }
    guard let match = report.prefix.match(bytes, line, anyLevel: anyLevel) else {
      if report.held != nil { return readJoined(bytes, line, report, place, hasPrefix: false) }
      return report.draft.progress.goesOn ? read(bytes, line, report, place) : .foreign
    }
    switch match {
    case .part(let start):
      // More of it than a line has is dropped.
      let room = max(0, ScanLimits.longestPartialLine - report.partial.bytes.count)
      report.partial.bytes += bytes.bytes((start..<line.upperBound).prefix(room))
      report.partial.place = place
      return .taken
    case .content(let start):
      if !report.titlePrefix.isEmpty, start < line.upperBound { report.titlePrefix = [] }
      guard report.partial.isEmpty else {
        let whole = report.partial.bytes + bytes.bytes(start..<line.upperBound)
        report.partial.bytes = []
        return read(whole.span, 0..<whole.count, report, place)
      }
      return readJoined(bytes, start..<line.upperBound, report, place, hasPrefix: true)
    }
  }

  /// Gives a line that is the report's to its grammar.
  mutating func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ report: OpenReport, _ place: LinePlace
  ) -> Verdict {
    if CutEnd.isIn(bytes, range), let verdict = readCut(bytes, range, report, place) {
      return verdict
    }
    let range = LiteralEnd.removed(from: bytes, range)
    let verdict = report.grammar.read(
      bytes, ReportLine(bytes, range, number: place.line), draft: &report.draft, naming: &naming)
    if verdict == .taken || verdict == .closed {
      if report.draft.progress.mayPassLastLine { report.keepLastLine(bytes, range, place) }
      report.draft.place.lastLine = place.lastLine
      report.draft.place.end = place.end
      report.endedBefore = open.ended
    }
    return verdict
  }

  /// Gives a line that was cut at its right to a report's grammar, without the word that was cut; nil where it is none
  /// of the detector's.
  private mutating func readCut(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ report: OpenReport, _ place: LinePlace
  ) -> Verdict? {
    guard let rest = CutEnd.removed(from: bytes, range),
      type(of: report.grammar).beginsLine(bytes, bytes.trimmed(rest))
    else { return nil }
    let verdict = read(bytes, rest, report, place)
    let isKnown = report.draft.damage.contains {
      $0 == .frame(line: place.line) || $0 == .header(line: place.line)
    }
    if verdict == .taken, !isKnown { report.draft.damage.append(.frame(line: place.line)) }
    return verdict
  }

  /// Keeps a line that no report took when it is a message of a detector's runtime.
  mutating func readNote(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ origin: LineOrigin, _ place: LinePlace
  ) {
    guard Sink.detail == .index else { return }
    if origin.isInPlace, !pass.hasAnchor(bytes, line) { return }
    for grammar in Grammars.all {
      guard let found = grammar.note(bytes, line) else { continue }
      if found.claimsReports { return readBlame(bytes, line, origin, place) }
      return sink.add(found, bytes, line, of: origin.stream, at: place)
    }
  }
}
