/// Opening and ending reports.
extension LogScanner {
  /// Opens the report that a line announces, or gives the line to a title that waits for it.
  mutating func begin(
    _ found: LineOpening, _ bytes: Span<UInt8>, _ line: Range<Int>, _ origin: LineOrigin, _ place: LinePlace
  ) {
    let (grammar, opening) = found
    switch opening {
    case .title(let at):
      guard let prefix = prefixOfWriter(grammar, bytes, line, at, origin.stream) else {
        return openTitled(grammar, bytes, line, at, origin, place)
      }
      let report = openCertain(grammar, bytes, line, at, origin, place)
      report.prefix = prefix
      report.titlePrefix = []
      open.move(report)
    case .certain(let at):
      let rest = at..<bytes.trimmed(line).upperBound
      let seams = rest.count > ScanLimits.titleLine ? grammar.seams(bytes, rest) : []
      _ = openCertain(grammar, bytes, line.lowerBound..<(seams.first ?? line.upperBound), at, origin, place)
      for (index, seam) in seams.enumerated() {
        let end = index + 1 < seams.count ? seams[index + 1] : rest.upperBound
        readText(bytes, bytes.trimmed(seam..<end), origin, place)
      }
    case .section(let at):
      if offerToWaiting(grammar, bytes, line, at, origin.stream, place) { return }
      openHeadless(grammar, bytes, line, at, origin, place)
    case .header(let at):
      if offerToWaiting(grammar, bytes, line, at, origin.stream, place) { return }
      readNote(bytes, line, origin, place)
    case .summary(let at): openHeadless(grammar, bytes, line, at, origin, place)
    }
  }

  /// The prefix of an open report behind which a title is all that is on the line, and needs no header there.
  private func prefixOfWriter(
    _ grammar: any ReportGrammar.Type, _ bytes: Span<UInt8>, _ line: Range<Int>, _ at: Int,
    _ stream: TextStream
  ) -> LinePrefix? {
    guard open.count(of: stream) <= 8, case .certain = grammar.opening(bytes, at..<line.upperBound) else {
      return nil
    }
    for index in open.indices(of: stream) {
      let report = open[stream, index]
      guard !report.isAnnounced, !report.prefix.isEmpty,
        type(of: report.grammar).detector == grammar.detector,
        case .content(let start) = report.prefix.match(bytes, line), start <= at,
        bytes.trimmed(start..<at).isEmpty
      else { continue }
      return report.prefix
    }
    return nil
  }

  private mutating func openTitled(
    _ grammar: any ReportGrammar.Type, _ bytes: Span<UInt8>, _ line: Range<Int>, _ at: Int,
    _ origin: LineOrigin, _ place: LinePlace
  ) {
    let report = newReport(grammar, bytes, origin, place)
    report.stage = .announced(prefix: bytes.bytes(line.lowerBound..<at))
    report.wait.prefix = LinePrefix(bytes, line.lowerBound..<at)
    let rest = at..<bytes.trimmed(line).upperBound
    // A whole report on one line, as a web page gives it.
    let header = grammar.header(bytes, rest)
    let isCollapsed = rest.count > ScanLimits.collapsedLine || (rest.count > 60 && header == nil)
    // Or only its title and its first header.
    let glued = header.flatMap { $0 > at ? [$0] : nil } ?? []
    let seams = isCollapsed ? grammar.seams(bytes, rest) : glued
    let title = at..<(seams.first ?? rest.upperBound)
    report.grammar.open(bytes, prefix: line.lowerBound..<at, title: title, draft: &report.draft)
    if report.draft.progress.isProven { report.stage = .reading }
    if seams.isEmpty {
      report.suffix.text = LineSuffix(bytes, grammar.titleEnd(bytes, title)..<title.upperBound)
    }
    // With words behind it a title is no more than mentioned, unless a header follows.
    report.wait.isAtEnd = grammar.titleEnd(bytes, rest) >= rest.upperBound
    open.insert(report)
    for (index, seam) in seams.enumerated() {
      let end = index + 1 < seams.count ? seams[index + 1] : rest.upperBound
      // Blanks between two lines that became one are no indentation.
      let text = bytes.trimmed(seam..<end)
      if isCollapsed {
        readText(bytes, text, origin, place)
      } else {
        // It is this title's own header, whatever else is open.
        report.wait.prefix = .none
        _ = offer(bytes, text, Grammars.opening(bytes, text), to: report, place)
        learnBelowGlued(report, bytes, line.lowerBound..<at)
      }
    }
  }

  private mutating func openCertain(
    _ grammar: any ReportGrammar.Type, _ bytes: Span<UInt8>, _ line: Range<Int>, _ at: Int,
    _ origin: LineOrigin, _ place: LinePlace
  ) -> OpenReport {
    let report = newReport(grammar, bytes, origin, place)
    let own = openings.certainPrefix(bytes, line.lowerBound..<at)
    report.prefix = own.prefix
    if !own.prefix.isEmpty { report.titlePrefix = own.bytes }
    let rest = at..<bytes.trimmed(line).upperBound
    let title = at..<grammar.titleEnd(bytes, rest)
    report.suffix.text = LineSuffix(bytes, title.upperBound..<rest.upperBound)
    // The grammar may take it back, when what it opens with can also lead to nothing.
    report.draft.progress.isProven = true
    report.grammar.open(bytes, prefix: line.lowerBound..<at, title: title, draft: &report.draft)
    if report.suffix.text.isEmpty, report.grammar.mayGoOn(bytes, title) {
      report.hold(bytes, title, place)
      report.held?.prefix = bytes.bytes(line.lowerBound..<at)
    }
    if !report.suffix.text.isEmpty {
      report.draft.addNote(bytes, title.upperBound..<rest.upperBound)
      report.suffix.isNoted = true
    }
    open.insert(report)
    return report
  }

  private mutating func openHeadless(
    _ grammar: any ReportGrammar.Type, _ bytes: Span<UInt8>, _ line: Range<Int>, _ at: Int,
    _ origin: LineOrigin, _ place: LinePlace
  ) {
    let report = newReport(grammar, bytes, origin, place)
    report.stage = .reading
    let indent = bytes.trimmed(line.lowerBound..<at).upperBound..<at
    let own = line.lowerBound..<at - min(grammar.headerIndent, indent.count)
    report.prefix = LinePrefix(bytes, own)
    open.insert(report)
    _ = offer(bytes, line, nil, to: report, place)
    if !report.prefix.isEmpty { report.titlePrefix = bytes.bytes(own) }
  }

  mutating func newReport(
    _ grammar: any ReportGrammar.Type, _ bytes: Span<UInt8>, _ origin: LineOrigin, _ place: LinePlace
  ) -> OpenReport {
    // Made where it stays: a draft is large, and a log may hold a title on each line.
    let report = OpenReport(
      stream: origin.stream, stage: .reading, grammar: grammar.init(),
      draft: ReportDraft(
        detail: Sink.detail, detector: grammar.detector,
        place: ReportPlace(line: place.line, start: place.start, end: place.end)))
    report.draft.progress.hasOpeningBar = isBelowBar
    report.endedBefore = open.ended
    report.draft.place.ordinal = openings.ordinal(atLine: place.line)
    if origin.stream == TextStream.plain {
      report.draft.place.during = TestNames(package: announced.package, test: announced.test)
      findings.opened = report
    } else {
      report.draft.place.during = names(bytes, origin)
      // Records of containers name no test; what is printed may.
      if report.draft.place.during.package == TestNames.none.package { findings.opened = report }
    }
    return report
  }

  /// Ends all reports that are still open: the log is at its end.
  mutating func finishAll() {
    defer { sink.endMessage() }
    endBlame()
    endFolded()
    if let line = cutLine {
      cutLine = nil
      readCut(line)
    }
    guard !open.isEmpty else { return }
    // As a report that is read again does.
    if let report = open.only, report.partial.isEmpty { return finish(report, isEnd: true) }
    for report in open.all.reversed() where !report.partial.isEmpty {
      let rest = report.partial.bytes
      report.partial.bytes = []
      if let place = report.partial.place { _ = offer(rest.span, 0..<rest.count, nil, to: report, place) }
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
    announced.pass(to: report.draft.place.end)
    let process = AnnouncedThreads.Process(stream: report.stream, pid: report.draft.header.pid)
    if let name = report.draft.threads.announces {
      threads.add(AnnouncedThreads.Thread(process: process, name: name), report.draft.announcement)
    } else if report.draft.threads.heads != nil {
      threads.add(report.draft, of: process)
    } else {
      if type(of: report.grammar).announcesThreads { threads.complete(&report.draft, of: process) }
      sink.keep(report)
      open.countEnded()
    }
  }
}
