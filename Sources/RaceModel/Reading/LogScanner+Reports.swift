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

  /// Gives a line that is free of escapes and JSON to the report it belongs to, or looks whether it
  /// opens one.
  mutating func readText(_ bytes: Span<UInt8>, _ line: Range<Int>, source: [UInt8]?, _ place: Place) {
    if open.count > 1 { sortOpen() }
    var index = 0
    while index < open.count {
      guard open[index].source == source else {
        index += 1
        continue
      }
      switch offer(bytes, line, to: index, place) {
      case .taken, .blank: return
      case .closed:
        finish(index, isEnd: false)
        return
      case .ended: finish(index, isEnd: false)
      case .foreign:
        // A line with a report's own prefix can open the next report, but is no other report's.
        index += 1
      }
    }
    guard line.count > 6 else { return }
    openReport(bytes, line, source: source, place)
  }

  /// Gives a line to one open report.
  mutating func offer(
    _ bytes: Span<UInt8>, _ line: Range<Int>, to index: Int, _ place: Place
  ) -> Verdict {
    open[index].idleLines += 1
    if case .announced(let prefix) = open[index].stage {
      guard resolve(index, prefix, bytes, line) else { return giveUp(index, prefix, bytes, line) }
    }
    guard let match = open[index].prefix.match(bytes, line) else {
      return open[index].idleLines > 20_000 ? .ended : .foreign
    }
    switch match {
    case .part(let start):
      open[index].partial += bytes.bytes(start..<line.upperBound)
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

  private mutating func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ index: Int, _ place: Place
  ) -> Verdict {
    let report = open[index]
    let verdict = report.grammar.read(
      bytes, range, number: place.line, draft: &report.draft, naming: &naming)
    if verdict == .taken || verdict == .closed {
      report.draft.lastLine = place.line
      report.draft.end = place.end
      report.idleLines = 0
    }
    return verdict
  }

  /// Looks whether the line holds the header that an announced report waits for, and learns the
  /// prefix of its lines from it.
  private mutating func resolve(
    _ index: Int, _ titlePrefix: [UInt8], _ bytes: Span<UInt8>, _ line: Range<Int>
  ) -> Bool {
    guard let header = type(of: open[index].grammar).header(bytes, line) else { return false }
    let own = line.lowerBound..<header
    if !bytes.trimmed(own).isEmpty {
      let prefix = LinePrefix(titlePrefix.span, 0..<titlePrefix.count, and: bytes.bytes(own))
      guard !prefix.isEmpty,
        prefix.match(bytes, line) == .content(header) || isBlank(bytes, prefix, line, header)
      else { return false }
      open[index].prefix = prefix
    }
    open[index].stage = .reading
    return true
  }

  /// Whether only white space stands between the prefix and the header.
  private func isBlank(_ bytes: Span<UInt8>, _ prefix: LinePrefix, _ line: Range<Int>, _ header: Int) -> Bool
  {
    guard case .content(let start) = prefix.match(bytes, line), start <= header else { return false }
    return bytes.trimmed(start..<header).isEmpty
  }

  /// Counts the lines for which an announced report has waited in vain.
  private mutating func giveUp(
    _ index: Int, _ titlePrefix: [UInt8], _ bytes: Span<UInt8>, _ line: Range<Int>
  ) -> Verdict {
    if bytes.trimmed(line).isEmpty { return .foreign }
    if case .title(let at) = type(of: open[index].grammar).opening(bytes, line) {
      // Another title of the same source: this one was only a mention.
      let own = bytes.trimmed(line.lowerBound..<at)
      if own.isEmpty || titlePrefix.allSatisfy({ $0 <= 0x20 }) { return .ended }
    }
    open[index].isAtEnd = false
    open[index].reach -= 1
    let prefix = LinePrefix(titlePrefix.span, 0..<titlePrefix.count)
    if prefix.match(bytes, line) != nil { open[index].patience -= 1 }
    return open[index].patience <= 0 || open[index].reach <= 0 ? .ended : .foreign
  }

  /// Reports with the more particular prefix are asked first.
  private mutating func sortOpen() {
    open.sort { ($0.prefix.weight, $1.draft.start) > ($1.prefix.weight, $0.draft.start) }
  }

  /// Opens a report when the line announces one.
  private mutating func openReport(
    _ bytes: Span<UInt8>, _ line: Range<Int>, source: [UInt8]?, _ place: Place
  ) {
    for grammar in Grammars.all {
      guard let opening = grammar.opening(bytes, line) else { continue }
      switch opening {
      case .title(let at): openTitled(grammar, bytes, line, at, source, place)
      case .certain(let at): openCertain(grammar, bytes, line, at, source, place)
      case .section(let at): openHeadless(grammar, bytes, line, at, source, place)
      }
      return
    }
  }

  private mutating func openTitled(
    _ grammar: any ReportGrammar.Type, _ bytes: Span<UInt8>, _ line: Range<Int>, _ at: Int,
    _ source: [UInt8]?, _ place: Place
  ) {
    let report = newReport(grammar, source, place)
    report.stage = .announced(prefix: bytes.bytes(line.lowerBound..<at))
    let rest = at..<bytes.trimmed(line).upperBound
    // A whole report on one line, as a web page gives it.
    let seams = rest.count > 60 && grammar.header(bytes, rest) == nil ? grammar.seams(bytes, rest) : []
    let title = at..<(seams.first ?? rest.upperBound)
    report.grammar.open(bytes, prefix: line.lowerBound..<at, title: title, draft: &report.draft)
    if report.draft.isProven { report.stage = .reading }
    // With words behind it a title is no more than mentioned, unless a header follows.
    report.isAtEnd = rest.count <= GoLine.longestTitle
    open.append(report)
    for (index, seam) in seams.enumerated() {
      let end = index + 1 < seams.count ? seams[index + 1] : rest.upperBound
      readText(bytes, seam..<end, source: source, place)
    }
  }

  private mutating func openCertain(
    _ grammar: any ReportGrammar.Type, _ bytes: Span<UInt8>, _ line: Range<Int>, _ at: Int,
    _ source: [UInt8]?, _ place: Place
  ) {
    let report = newReport(grammar, source, place)
    report.prefix = certainPrefix(bytes, line.lowerBound..<at)
    let title = at..<bytes.trimmed(line).upperBound
    // The grammar may take it back, when what it opens with can also lead to nothing.
    report.draft.isProven = true
    report.grammar.open(bytes, prefix: line.lowerBound..<at, title: title, draft: &report.draft)
    open.append(report)
  }

  /// What stands before a certain title. One process puts the same before each of its reports.
  private mutating func certainPrefix(_ bytes: Span<UInt8>, _ range: Range<Int>) -> LinePrefix {
    let own = bytes.bytes(range)
    if lastPrefix.bytes != own { lastPrefix = (own, LinePrefix(bytes, range)) }
    return lastPrefix.prefix
  }

  private mutating func openHeadless(
    _ grammar: any ReportGrammar.Type, _ bytes: Span<UInt8>, _ line: Range<Int>, _ at: Int,
    _ source: [UInt8]?, _ place: Place
  ) {
    let report = newReport(grammar, source, place)
    report.stage = .reading
    report.prefix = LinePrefix(bytes, line.lowerBound..<at)
    open.append(report)
    _ = offer(bytes, line, to: open.count - 1, place)
  }

  private func newReport(
    _ grammar: any ReportGrammar.Type, _ source: [UInt8]?, _ place: Place
  ) -> OpenReport {
    var draft = ReportDraft(
      detail: detail, detector: grammar.detector, firstLine: place.line, start: place.start, end: place.end)
    draft.during = announced.current
    draft.hasOpeningBar = isBelowBar
    return OpenReport(source: source, stage: .reading, grammar: grammar.init(), draft: draft)
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
      addAnnouncements(to: &report.draft, process)
      finished.append(report.draft)
    }
  }

  /// Adds the creations of the report's threads that were announced before it.
  private func addAnnouncements(to draft: inout ReportDraft, _ process: Process) {
    if draft.isUnderHeading, let heading = headings[process], let thread = heading.heads {
      draft.set(thread: thread, at: heading.bytes)
    }
    guard !announcements.isEmpty else { return }
    for access in draft.accesses { addAnnouncement(of: access.thread, to: &draft, process) }
    for section in draft.sections { addAnnouncement(of: section.value.thread, to: &draft, process) }
    for name in draft.mentioned { addAnnouncement(of: name, to: &draft, process) }
  }

  private func addAnnouncement(of thread: ThreadName?, to draft: inout ReportDraft, _ process: Process) {
    guard let thread, !draft.creations.contains(where: { $0.thread == thread }),
      let found = announcements[AnnouncedThread(process: process, name: thread)]
    else { return }
    draft.add(found)
  }
}
