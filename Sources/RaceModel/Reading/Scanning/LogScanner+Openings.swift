/// Opening and ending reports.
extension LogScanner {
  /// Opens the report that a line announces, or gives the line to a title that waits for it.
  mutating func begin(
    _ found: LineOpening, _ bytes: Span<UInt8>, _ line: LogLine
  ) {
    let (grammar, opening) = found
    let range = line.range
    switch opening {
    case .title(let at):
      guard let prefix = prefixOfWriter(grammar, at: at, bytes, line) else {
        return openTitled(grammar, at: at, bytes, line)
      }
      let report = openCertain(grammar, at: at, bytes, line)
      report.prefix = prefix
      report.titlePrefix = []
      open.move(report)
    case .certain(let at):
      let rest = at..<bytes.trimmed(range).upperBound
      let seams = rest.count > ScanLimits.titleLine ? grammar.seams(bytes, rest) : []
      let first = range.lowerBound..<(seams.first ?? range.upperBound)
      _ = openCertain(grammar, at: at, bytes, line.part(first))
      for (index, seam) in seams.enumerated() {
        let end = index + 1 < seams.count ? seams[index + 1] : rest.upperBound
        readText(bytes, line.part(bytes.trimmed(seam..<end)))
      }
    case .section(let at):
      if offerToWaiting(grammar, at: at, bytes, line) { return }
      openHeadless(grammar, at: at, bytes, line)
    case .header(let at):
      if offerToWaiting(grammar, at: at, bytes, line) { return }
      readNote(bytes, line)
    case .summary(let at): openHeadless(grammar, at: at, bytes, line)
    }
  }

  /// The prefix of an open report behind which a title is all that is on the line, and needs no header there.
  private func prefixOfWriter(
    _ grammar: any ReportGrammar.Type, at: Int, _ bytes: Span<UInt8>, _ line: LogLine
  ) -> LinePrefix? {
    guard open.areFew(in: line.stream),
      case .certain = grammar.opening(bytes, at..<line.range.upperBound)
    else { return nil }
    for index in open.indices(of: line.stream) {
      let report = open[line.stream, index]
      guard !report.isAnnounced, !report.prefix.isEmpty,
        report.grammarType.detector == grammar.detector,
        case .content(let start) = report.prefix.match(bytes, line.range), start <= at,
        bytes.trimmed(start..<at).isEmpty
      else { continue }
      return report.prefix
    }
    return nil
  }

  private mutating func openTitled(
    _ grammar: any ReportGrammar.Type, at: Int, _ bytes: Span<UInt8>, _ line: LogLine
  ) {
    let report = newReport(grammar, bytes, line)
    let range = line.range
    let before = Self.withoutBar(bytes, range.lowerBound..<at)
    report.stage = .announced(prefix: bytes.bytes(before))
    report.wait.prefix = LinePrefix(bytes, before)
    let rest = at..<bytes.trimmed(range).upperBound
    // A whole report on one line, as a web page gives it.
    let header = grammar.header(bytes, rest)
    let isCollapsed = rest.count > ScanLimits.collapsedLine || (rest.count > 60 && header == nil)
    // Or only its title and its first header.
    let glued = header.flatMap { $0 > at ? [$0] : nil } ?? []
    let seams = isCollapsed ? grammar.seams(bytes, rest) : glued
    let title = at..<(seams.first ?? rest.upperBound)
    report.grammar.open(bytes, prefix: range.lowerBound..<at, title: title, draft: &report.draft)
    if report.draft.progress.isProven { report.stage = .reading }
    if seams.isEmpty {
      report.suffix.text = LineSuffix(bytes, grammar.titleEnd(bytes, title)..<title.upperBound)
    }
    // With words behind it a title is no more than mentioned, unless a header follows.
    let words = bytes.trimmed(min(grammar.titleEnd(bytes, rest), rest.upperBound)..<rest.upperBound)
    report.wait.isAtEnd = words.isEmpty
    if grammar.mayBeRefilled {
      // Where the bar is on the line, too, somebody has made one of several.
      let isFilled = isCollapsed || before.upperBound < at
      report.isRefilled = isFilled && !seams.isEmpty
      if seams.isEmpty, grammar.mayBeginHeader(bytes, words) { report.wait.headerStart = bytes.bytes(words) }
    }
    open.insert(report)
    for (index, seam) in seams.enumerated() {
      let end = index + 1 < seams.count ? seams[index + 1] : rest.upperBound
      // Blanks between two lines that became one are no indentation.
      let text = bytes.trimmed(seam..<end)
      if isCollapsed {
        readText(bytes, line.part(text))
      } else {
        // It is this title's own header, whatever else is open.
        report.wait.prefix = .none
        _ = offer(bytes, line.part(text), Grammars.opening(bytes, text), to: report)
        learnBelowGlued(report, bytes, before)
      }
    }
  }

  private mutating func openCertain(
    _ grammar: any ReportGrammar.Type, at: Int, _ bytes: Span<UInt8>, _ line: LogLine
  ) -> OpenReport {
    let report = newReport(grammar, bytes, line)
    let range = line.range
    let own = openings.certainPrefix(bytes, range.lowerBound..<at)
    report.prefix = own.prefix
    if !own.prefix.isEmpty { report.titlePrefix = own.bytes }
    let rest = at..<bytes.trimmed(range).upperBound
    let string =
      LineSuffix.endOfString(bytes, around: rest, from: range.lowerBound)
      ?? LineSuffix.endOfLine(bytes, rest) ?? rest.upperBound
    let title = at..<min(grammar.titleEnd(bytes, rest), string)
    report.suffix.text = LineSuffix(bytes, title.upperBound..<rest.upperBound)
    // The grammar may take it back, when what it opens with can also lead to nothing.
    report.draft.progress.isProven = true
    report.grammar.open(bytes, prefix: range.lowerBound..<at, title: title, draft: &report.draft)
    if report.suffix.text.isEmpty, report.grammar.mayGoOn(bytes, title) {
      report.hold(bytes, line.part(title))
      report.held?.prefix = bytes.bytes(range.lowerBound..<at)
    }
    if !report.suffix.text.isEmpty {
      report.draft.addNote(bytes, title.upperBound..<rest.upperBound)
      report.suffix.isNoted = true
    }
    open.insert(report)
    return report
  }

  private mutating func openHeadless(
    _ grammar: any ReportGrammar.Type, at: Int, _ bytes: Span<UInt8>, _ line: LogLine
  ) {
    let report = newReport(grammar, bytes, line)
    let range = line.range
    report.stage = .reading
    let indent = bytes.trimmed(range.lowerBound..<at).upperBound..<at
    let own = range.lowerBound..<at - min(grammar.headerIndent, indent.count)
    report.prefix = prefixOfHeadless(bytes, own, line.stream)
    open.insert(report)
    _ = offer(bytes, line, nil, to: report)
    if !report.prefix.isEmpty { report.titlePrefix = bytes.bytes(own) }
  }

  mutating func newReport(
    _ grammar: any ReportGrammar.Type, _ bytes: Span<UInt8>, _ line: LogLine
  ) -> OpenReport {
    let extent = line.extent
    // Made where it stays: a draft is large, and a log may hold a title on each line.
    let report = OpenReport(
      stream: line.stream, stage: .reading, grammar: grammar,
      draft: ReportDraft(
        depth: Sink.depth, detector: grammar.detector,
        extent: ReportExtent(line: extent.line, start: extent.start, end: extent.end)))
    report.draft.progress.hasOpeningBar = isBelowBar
    report.endedBefore = open.ended
    report.draft.extent.ordinal = openings.ordinal(atLine: extent.line)
    if line.stream == TextStream.plain {
      report.draft.extent.during = announced.during(bytes, line.range, symbols: &naming.symbols)
      findings.opened = report
    } else {
      report.draft.extent.during = during(bytes, line.origin)
      report.draft.extent.during.job = announced.job(bytes, line.range, symbols: &naming.symbols)
      // Records of containers name no test; what is printed may.
      if report.draft.extent.during.package == TestIDs.none.package { findings.opened = report }
    }
    return report
  }

  /// Ends all reports that are still open: the log is at its end.
  mutating func finishAll() {
    defer { sink.endNote() }
    endBlame()
    endFolded()
    if let line = unfinished.cutLine {
      unfinished.cutLine = nil
      readCut(line)
    }
    guard !open.isEmpty else { return }
    // As a report that is read again does.
    if let report = open.only, report.partial.isEmpty { return finish(report, isEnd: true) }
    for report in open.all.reversed() where !report.partial.isEmpty {
      let rest = report.partial.bytes
      report.partial.bytes = []
      guard let extent = report.partial.extent else { continue }
      _ = offer(rest.span, LogLine(rest, of: report, at: extent), nil, to: report)
    }
    for report in open.all { finish(report, isEnd: true) }
  }

  /// Ends a report: it is kept when it is one.
  ///
  /// - Parameter isEnd: whether the log is at its end.
  mutating func finish(_ report: OpenReport, isEnd: Bool = false) {
    guard open.remove(report) else { return }
    flushHeld(report)
    if case .announced(let prefix) = report.stage {
      // A title at the very end of a log is the beginning of a report that was cut off.
      guard isEnd, report.wait.isAtEnd, prefix.allSatisfy({ $0 <= 0x20 }) else { return }
      report.draft.progress.isProven = true
    }
    guard report.draft.progress.isProven else { return }
    report.grammar.finish(draft: &report.draft, naming: &naming)
    announced.pass(to: report.draft.extent.end)
    let process = AnnouncedThreads.Process(stream: report.stream, pid: report.draft.header.pid)
    if let name = report.draft.threads.announces {
      threads.add(AnnouncedThreads.Thread(process: process, name: name), report.draft.announcement)
    } else if report.draft.threads.heads != nil {
      threads.add(report.draft, of: process)
    } else {
      if report.grammarType.announcesThreads { threads.complete(&report.draft, of: process) }
      sink.keep(report)
      open.countEnded()
    }
  }
}
