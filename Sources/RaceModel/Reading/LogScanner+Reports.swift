/// Giving lines to open reports, opening and ending reports.
extension LogScanner {
  /// Where a line stands in the log.
  struct Place {
    /// The physical line, 1-based.
    var line: Int
    /// Its first byte.
    var start: Int
    /// The byte after its line end.
    var end: Int
  }

  /// Where a line's text comes from.
  struct Origin {
    /// The source inside a JSON log, or plain text.
    var source = OpenReports.plain
    /// Whether the text is read where it stands, so that anchors were already looked for in it.
    var isInPlace = false
    /// What a record said about package and test whose text was decoded.
    var names: PrintedDuringTracker.Names = (-1, -1)
  }

  /// Gives a line that is free of escapes and JSON to the report it belongs to, or looks whether it
  /// opens one.
  mutating func readText(_ bytes: Span<UInt8>, _ line: Range<Int>, _ origin: Origin, _ place: Place) {
    if open.total > 1, sweptAtLine >> 10 != place.line >> 10 { endIdle(place.line) }
    open.select(origin.source)
    if openNote != nil, continueNote(bytes, line, origin) { return }
    // A report that knows its lines needs no look at what else they could begin.
    let isSettled = open.count == 1 && !open[0].isAnnounced
    var opening = isSettled ? nil : opening(bytes, line, origin)
    let head = LineHead(bytes, line)
    var next = open.count == 1 && open[0].draft.goesOn ? 0 : open.next(from: 0, for: head)
    while let index = next {
      switch offer(bytes, line, opening, to: index, place) {
      case .taken, .blank: return
      case .closed:
        let closed = open[index]
        finish(index, isEnd: false)
        dropUnproven(beside: closed)
        return
      case .ended: finish(index, isEnd: false)
      case .endedAbove: passLastLine(of: index, bytes, origin)
      case .foreign:
        // A line with a report's own prefix can open the next report, but is no other report's.
        next = open.next(from: index + 1, for: head)
        continue
      }
      next = open.next(from: index, for: head)
    }
    letOverhear(bytes, line, place)
    if isSettled { opening = self.opening(bytes, line, origin) }
    guard line.count > 6 else { return }
    if open.count > 0 {
      if offerBehindStray(bytes, line, place) { return }
      if offerAtOtherLevel(bytes, line, opening, place) { return }
    }
    guard let opening else {
      if open.hasWaiting, offerWithoutSuffix(bytes, line, place) { return }
      return readNote(bytes, line, origin, place)
    }
    switch opening.opening {
    case .title(let at): openTitled(opening.grammar, bytes, line, at, origin, place)
    case .certain(let at): openCertain(opening.grammar, bytes, line, at, origin, place)
    case .section(let at):
      if offerToWaiting(opening.grammar, bytes, line, at, place) { return }
      openHeadless(opening.grammar, bytes, line, at, origin, place)
    case .header(let at):
      if offerToWaiting(opening.grammar, bytes, line, at, place) { return }
      readNote(bytes, line, origin, place)
    case .summary(let at): openHeadless(opening.grammar, bytes, line, at, origin, place)
    }
  }

  /// Gives up what looked like another report inside one that has closed: a bar ends both, and by itself it could
  /// not be read again.
  private mutating func dropUnproven(beside closed: OpenReport) {
    guard closed.prefix.isEmpty, open.count > 0 else { return }
    for index in open.indices.reversed() {
      let report = open[index]
      if report.prefix.isEmpty, !report.isAnnounced, !report.draft.isProven { finish(index, isEnd: false) }
    }
  }

  /// Lets reports hear of a line that is not theirs: it may say that lines were lost.
  private func letOverhear(_ bytes: Span<UInt8>, _ line: Range<Int>, _ place: Place) {
    // Of very many sources none is asked for each line.
    guard open.count <= 64 else { return }
    for index in open.indices where !open[index].isAnnounced {
      guard open[index].prefix.match(bytes, line) == nil else { continue }
      open[index].grammar.overhear(bytes, line, number: place.line)
    }
  }

  /// Gives a header to the last title of which the lines begin alike but for numbers, or whose line had
  /// other text before it.
  private mutating func offerToWaiting(
    _ grammar: any ReportGrammar.Type, _ bytes: Span<UInt8>, _ line: Range<Int>, _ header: Int,
    _ place: Place
  ) -> Bool {
    for index in open.indices where open[index].isAnnounced {
      guard open[index].draft.detector == grammar.detector,
        let position = resolve(
          index, bytes, line, header, place, hasSuffix: open[index].suffix.start(bytes, line) != nil)
      else { continue }
      return offer(bytes, line, nil, to: position, place) == .taken
    }
    return false
  }

  /// The same for a header that can be told only without what stands behind a title.
  private mutating func offerWithoutSuffix(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ place: Place
  ) -> Bool {
    for index in open.indices where open[index].isAnnounced {
      guard let end = open[index].suffix.start(bytes, line) else { continue }
      let text = line.lowerBound..<end
      switch Grammars.opening(bytes, text)?.opening {
      case .section(let header), .header(let header):
        guard let position = resolve(index, bytes, text, header, place, hasSuffix: true) else { continue }
        return offer(bytes, line, nil, to: position, place) == .taken
      default: continue
      }
    }
    return false
  }

  /// Ends the reports that had no line for long.
  private mutating func endIdle(_ line: Int) {
    sweptAtLine = line
    for report in open.all.reversed() where report.isIdle(atLine: line) { finish(report, isEnd: false) }
  }

  /// A line that announces a report, and to whom.

  private mutating func opening(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ origin: Origin
  ) -> LineOpening? {
    // Only a title that waits can use a header without an anchor.
    if origin.isInPlace, !open.hasWaiting,
      nextAnchor(bytes, from: line.lowerBound, to: bytes.count) >= line.upperBound
    {
      return nil
    }
    return Grammars.opening(bytes, line)
  }

  /// Gives a line to one open report.
  mutating func offer(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ opening: LineOpening?, to index: Int, _ place: Place,
    anyLevel: Bool = false
  ) -> Verdict {
    var index = index
    var (line, opening) = (line, opening)
    let end = open[index].suffix.start(bytes, line)
    if let end {
      line = line.lowerBound..<end
      open[index].confirmSuffix()
      if open[index].isAnnounced { opening = Grammars.opening(bytes, line) }
    }
    if open[index].isAnnounced {
      let isOwn = opening?.grammar.detector == open[index].draft.detector
      switch isOwn ? opening?.opening : nil {
      case .section(let header), .header(let header):
        guard open[index].titlePrefix.match(bytes, line) != nil,
          let position = resolve(index, bytes, line, header, place, hasSuffix: end != nil)
        else { return giveUp(index, bytes, line, number: place.line, title: nil) }
        index = position
      case .title(let at), .certain(let at): return giveUp(index, bytes, line, number: place.line, title: at)
      case .summary, nil: return giveUp(index, bytes, line, number: place.line, title: nil)
      }
    }
    guard let match = open[index].prefix.match(bytes, line, anyLevel: anyLevel) else {
      return open[index].draft.goesOn ? read(bytes, line, index, place) : .foreign
    }
    switch match {
    case .part(let start):
      open[index].partial += bytes.bytes(start..<line.upperBound)
      open[index].partialPlace = place
      return .taken
    case .content(let start):
      guard open[index].partial.isEmpty else {
        let whole = open[index].partial + bytes.bytes(start..<line.upperBound)
        open[index].partial = []
        return read(whole.span, 0..<whole.count, index, place)
      }
      return read(bytes, start..<line.upperBound, index, place)
    }
  }

  mutating func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ index: Int, _ place: Place
  ) -> Verdict {
    let report = open[index]
    let verdict = report.grammar.read(
      bytes, range, number: place.line, draft: &report.draft, naming: &naming)
    if verdict == .taken || verdict == .closed {
      if report.draft.mayPassLastLine { report.keepLastLine(bytes, range, place) }
      report.draft.lastLine = place.line
      report.draft.end = place.end
    }
    return verdict
  }

  /// Learns the prefix of an announced report's lines from a line that holds a header; nil when the line
  /// is of another source. Returns the report's new position.
  private mutating func resolve(
    _ index: Int, _ bytes: Span<UInt8>, _ line: Range<Int>, _ header: Int, _ place: Place, hasSuffix: Bool
  ) -> Int? {
    guard case .announced(let titlePrefix) = open[index].stage else { return nil }
    if let known, known.title == open[index].draft.firstLine, known.header != place.line { return nil }
    if !bytes.trimmed(line.lowerBound..<header).isEmpty {
      guard let prefix = Self.prefix(ofTitle: titlePrefix, bytes, line, header) else { return nil }
      open[index].prefix = prefix
    }
    open[index].stage = .reading
    if hasSuffix {
      // What stands behind the title too is no output of the program.
      open[index].draft.notes.removeAll()
    } else {
      open[index].suffix = .none
    }
    open[index].draft.headerLine = place.line
    return open.move(index)
  }

  /// Counts the lines for which an announced report has waited in vain.
  ///
  /// - Parameters:
  ///   - number: the physical line.
  ///   - title: where on the line a title begins; nil when there is none.
  private mutating func giveUp(
    _ index: Int, _ bytes: Span<UInt8>, _ line: Range<Int>, number: Int, title: Int?
  ) -> Verdict {
    if bytes.trimmed(line).isEmpty { return .foreign }
    // A report that is read again has its header: lines before it went to others.
    if let known, known.title == open[index].draft.firstLine, known.header > number { return .foreign }
    let match = open[index].titlePrefix.match(bytes, line)
    if let title {
      // Another title of the same source: this one was only a mention.
      if bytes.trimmed(line.lowerBound..<title).isEmpty || open[index].titlePrefix.isEmpty { return .ended }
      if match == .content(title) { return .ended }
    }
    open[index].isAtEnd = false
    if match != nil { open[index].patience -= 1 }
    return open[index].patience <= 0 ? .ended : .foreign
  }

  private mutating func openTitled(
    _ grammar: any ReportGrammar.Type, _ bytes: Span<UInt8>, _ line: Range<Int>, _ at: Int,
    _ origin: Origin, _ place: Place
  ) {
    let report = newReport(grammar, bytes, origin, place)
    report.stage = .announced(prefix: bytes.bytes(line.lowerBound..<at))
    report.titlePrefix = LinePrefix(bytes, line.lowerBound..<at)
    let rest = at..<bytes.trimmed(line).upperBound
    // A whole report on one line, as a web page gives it.
    let isCollapsed =
      rest.count > Self.collapsedLine || (rest.count > 60 && grammar.header(bytes, rest) == nil)
    let seams = isCollapsed ? grammar.seams(bytes, rest) : []
    let title = at..<(seams.first ?? rest.upperBound)
    report.grammar.open(bytes, prefix: line.lowerBound..<at, title: title, draft: &report.draft)
    if report.draft.isProven { report.stage = .reading }
    if seams.isEmpty {
      report.suffix = LineSuffix(bytes, grammar.titleEnd(bytes, title)..<title.upperBound)
    }
    // With words behind it a title is no more than mentioned, unless a header follows.
    report.isAtEnd = grammar.titleEnd(bytes, rest) >= rest.upperBound
    open.insert(report)
    for (index, seam) in seams.enumerated() {
      let end = index + 1 < seams.count ? seams[index + 1] : rest.upperBound
      // Blanks between two lines that became one are no indentation.
      readText(bytes, bytes.trimmed(seam..<end), origin, place)
    }
  }

  private mutating func openCertain(
    _ grammar: any ReportGrammar.Type, _ bytes: Span<UInt8>, _ line: Range<Int>, _ at: Int,
    _ origin: Origin, _ place: Place
  ) {
    let report = newReport(grammar, bytes, origin, place)
    report.prefix = certainPrefix(bytes, line.lowerBound..<at)
    let rest = at..<bytes.trimmed(line).upperBound
    let title = at..<grammar.titleEnd(bytes, rest)
    report.suffix = LineSuffix(bytes, title.upperBound..<rest.upperBound)
    // The grammar may take it back, when what it opens with can also lead to nothing.
    report.draft.isProven = true
    report.grammar.open(bytes, prefix: line.lowerBound..<at, title: title, draft: &report.draft)
    if !report.suffix.isEmpty {
      report.draft.addNote(bytes, title.upperBound..<rest.upperBound)
      report.isSuffixNoted = true
    }
    open.insert(report)
  }

  private mutating func openHeadless(
    _ grammar: any ReportGrammar.Type, _ bytes: Span<UInt8>, _ line: Range<Int>, _ at: Int,
    _ origin: Origin, _ place: Place
  ) {
    let report = newReport(grammar, bytes, origin, place)
    report.stage = .reading
    report.prefix = LinePrefix(bytes, line.lowerBound..<at)
    open.insert(report)
    guard let index = open.position(of: report) else { return }
    _ = offer(bytes, line, nil, to: index, place)
  }

  mutating func newReport(
    _ grammar: any ReportGrammar.Type, _ bytes: Span<UInt8>, _ origin: Origin, _ place: Place
  ) -> OpenReport {
    let isPlain = origin.source == OpenReports.plain
    openings = openings.line == place.line ? (place.line, openings.count + 1) : (place.line, 0)
    // Made where it stays: a draft is large, and a log may hold a title on each line.
    let report = OpenReport(
      source: origin.source, stage: .reading, grammar: grammar.init(),
      draft: ReportDraft(
        detail: detail, detector: grammar.detector, firstLine: place.line, start: place.start, end: place.end)
    )
    if isPlain {
      report.draft.during = (-1, announced.test)
    } else if origin.isInPlace, let record {
      report.draft.during = names(record, bytes)
    } else {
      report.draft.during = origin.names
    }
    report.draft.hasOpeningBar = isBelowBar
    report.draft.ordinal = openings.count
    if isPlain { justOpened = report }
    return report
  }

  /// Ends a report of any source.
  mutating func finish(_ report: OpenReport, isEnd: Bool) {
    open.select(report.source)
    if let index = open.position(of: report) { finish(index, isEnd: isEnd) }
  }

  /// Ends a report: it is kept when it is one.
  mutating func finish(_ index: Int, isEnd: Bool) {
    let report = open.remove(at: index)
    if case .announced(let prefix) = report.stage {
      // A title at the very end of a log is the beginning of a report that was cut off.
      guard isEnd, report.isAtEnd, prefix.allSatisfy({ $0 <= 0x20 }) else { return }
      report.draft.isProven = true
    }
    guard report.draft.isProven else { return }
    report.grammar.finish(draft: &report.draft, naming: &naming)
    announced.pass(to: report.draft.end)
    let process = Process(source: report.source, pid: report.draft.pid)
    if let thread = report.draft.announces {
      announcements[AnnouncedThread(process: process, name: thread)] = report.draft.announcement
    } else if report.draft.heads != nil {
      headings[process] = report.draft
    } else {
      if type(of: report.grammar).announcesThreads { addAnnouncements(to: &report.draft, process) }
      switch detail {
      case .index:
        entries.append(report.draft.takeEntry())
        if type(of: report.grammar).isClaimedByTests { awaitClaim(of: report) }
      case .full: finished.append(report.draft)
      }
    }
  }
}
