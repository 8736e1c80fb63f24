/// Finds the reports in the bytes of a log, without a screen, a file or a thread: bytes in, reports out to a sink.
///
/// A call of `scan` goes on from line to line in one of three ways:
///
/// ```
///                       no report is open                    one report is open, its lines begin alike
///   scan ─┬─ passNoise ─ jump to the next line with an        readFast ─ the grammar takes lines at once, as long
///         │              anchor, count the lines between  ─▶             as it knows what they are
///         │              (openPlain: a title and its header               │
///         │              just as the detector prints them)                │ the first line it does not know,
///         └─ any other line        ▼                                      ▼ or one to clean
///            ───────────────▶  readLine ◀─────────────────────────────────┘
///                                  │
///          Unwrapping   a record ──┼── a text in quotes ── an escaped line ── the line as it is
///                                  ▼
///                              readText   offers the line to the open reports of its stream, the one with the most
///                                  │      particular prefix first; the grammar of a report says what it makes of it
///                                  ▼      (`Verdict`); what no report takes may open one, or be a message
///                              finish ─▶  sink.keep
/// ```
///
/// - Between two calls all lines but the last, unfinished one were read: what is open is in `open`, what was
///   announced in `threads` and `announced`, a message that may go on in the sink, a test that was blamed and may be
///   named in `awaitedResult`.
/// - `pass` and `findings` hold during one call, and during one line.
/// - `known` is set by `SecondReading` alone, before the first byte of a report that is read again.
struct LogScanner<Sink: ScanSink> {
  /// What becomes of reports and messages.
  var sink = Sink()
  var naming: Naming
  /// Physical lines passed so far.
  var lines = 0
  var open = OpenReports()
  var openings = ReportOpenings()
  /// Threads whose creation was announced, for the reports that name them later.
  var threads = AnnouncedThreads()
  /// The test and the job that were last announced, and where the search for announcements ended.
  var announced = PrintedDuringTracker()
  /// What there is to know about the test that was blamed last.
  var blamed = LastBlame()
  var unwrapper = Unwrapper()
  /// Lines that go on in the next one.
  var unfinished = UnfinishedLines()
  /// The report that is read again.
  var known: KnownReport?
  /// What is known of the bytes of the current call.
  var pass = ScanPass()
  /// Whether the line above the one being read ends with a bar.
  var isBelowBar = false
  /// What the line being read has brought up.
  var findings = LineFindings()

  /// - Parameter plumbing: the user's own rules; what is found depends on them.
  init(plumbing: UserPlumbing = .none) { naming = Naming(depth: Sink.depth, plumbing: plumbing) }

  /// Reads on.
  ///
  /// - Parameters:
  ///   - bytes: a piece of the log; the bytes before `start` were read before and are kept for a look
  ///     back.
  ///   - base: where `bytes` begins in the log.
  ///   - isLast: whether the log ends with `bytes`.
  /// - Returns: how far it came; the rest is the beginning of a line whose end is not there yet.
  mutating func scan(_ bytes: Span<UInt8>, from start: Int, base: Int, isLast: Bool) -> Int {
    pass.begin(base: base)
    var position = start
    if unfinished.isInLongLine {
      guard let lineEnd = bytes.first(0x0A, in: start..<bytes.count) else {
        if isLast {
          lines += 1
          finishAll()
        }
        return bytes.count
      }
      unfinished.isInLongLine = false
      lines += 1
      position = lineEnd + 1
    }
    let lastEnd = bytes.last(0x0A, in: position..<bytes.count).map { $0 + 1 } ?? position
    let end = isLast ? bytes.count : lastEnd
    if position < end, known?.hasBegun == false {
      known?.hasBegun = true
      position = readLine(bytes, from: position, to: end)
    }
    while position < end {
      let start = position
      if open.isEmpty, unfinished.cutLine == nil, unfinished.folded == nil, sink.awaitedStream == nil,
        blamed.awaitedResult == nil
      {
        position = passNoise(bytes, from: position, to: end)
      } else if blamed.awaitedResult == nil, let next = readFast(bytes, from: position, to: end) {
        position = next
        continue
      } else {
        position = readLine(bytes, from: position, to: end)
      }
      if sink.watchesRunner { readVerdicts(bytes, from: start, to: position) }
    }
    if isLast { finishAll() }
    return position
  }

  /// Passes over the bytes of a line that is too long to hold a report and has no end yet.
  mutating func passLongLine(to end: Int) -> Int {
    unfinished.isInLongLine = true
    return end
  }

  /// Makes the scanner ready for another log, or for a part of one; names and threads stay known.
  ///
  /// - Parameters:
  ///   - line: the number of the line above.
  ///   - known: the report that is read again from here.
  mutating func restart(atLine line: Int = 0, known: KnownReport? = nil) {
    lines = line
    self.known = known
    if !open.isEmpty { open = OpenReports() }
    openings.restart()
    announced = PrintedDuringTracker()
    findings = LineFindings()
    blamed = LastBlame()
    unfinished = UnfinishedLines()
  }

  /// Jumps to the next line that holds an anchor and looks whether it opens a report.
  private mutating func passNoise(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let next = pass.nextAnchor(bytes, from: start, to: end)
    guard next < end else {
      announced.jobs.pass(bytes, start..<end)
      lines += bytes.lineEnds(in: start..<end)
      if end > start, bytes[end - 1] != 0x0A { lines += 1 }
      return end
    }
    let lineStart = bytes.last(0x0A, in: start..<next).map { $0 + 1 } ?? start
    announced.jobs.pass(bytes, start..<lineStart)
    lines += bytes.lineEnds(in: start..<lineStart)
    return openPlain(bytes, from: lineStart, to: end)
      ?? passJobLine(bytes, from: lineStart, to: end, anchor: next)
      ?? readLine(bytes, from: lineStart, to: end)
  }

  /// The fast way: one report is open, and the grammar takes its lines as they are.
  private mutating func readFast(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    guard open.total == 1, let report = open.first(of: TextStream.plain), case .reading = report.stage,
      report.suffix.text.isEmpty, report.held == nil, !report.isEncoded, !report.isDoubled,
      !report.isRefilled, !report.isFramed, report.cutWidth == 0, unfinished.cutLine == nil,
      sink.awaitedStream == nil
    else { return nil }
    let cleanEnd = pass.cleanEnd(
      bytes, from: start, to: end, besideEntities: report.grammarType.readsEntities)
    guard report.prefix.isEmpty || (report.prefix.isConstant && report.grammarType.readsPrefixedBatches)
    else { return readStripped(bytes, from: start, to: cleanEnd, report) }
    var batch = LineBatch(from: start, to: cleanEnd, number: lines + 1)
    report.grammar.readBatch(bytes, &batch, draft: &report.draft, naming: &naming)
    guard batch.lines > 0 else { return nil }
    report.pass(batch.taken > start ? pass.base + batch.taken : nil, ended: open.ended)
    lines += batch.lines
    if batch.isClosed { finish(report) }
    return batch.end
  }

  /// The same where each line has a prefix.
  private mutating func readStripped(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, _ report: OpenReport
  ) -> Int? {
    guard report.partial.isEmpty, report.titlePrefix.isEmpty || !report.prefix.beginsWithNumber,
      report.grammar.mayReadBatch(),
      let first = pass.stripped.find(bytes, from: start, to: end, prefix: report.prefix)
    else { return nil }
    report.grammar.dropPrefix()
    let text = pass.stripped.text
    let needsHeader = !report.titlePrefix.isEmpty && report.awaitsHeader
    var batch = LineBatch(from: first, to: text.count, number: lines + 1)
    report.grammar.readBatch(text.span, &batch, draft: &report.draft, naming: &naming)
    guard batch.lines > 0 else { return nil }
    if needsHeader, batch.taken > first {
      report.draft.extent.headerLine = lines + 1 + pass.stripped.blankLines
    }
    report.pass(
      batch.taken > first ? pass.base + pass.stripped.position(ofText: batch.taken) : nil, ended: open.ended)
    lines += batch.lines
    if batch.isClosed { finish(report) }
    return pass.stripped.pass(batch.lines)
  }

  /// Reads one line, whatever it is.
  private mutating func readLine(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let lineEnd = bytes.first(0x0A, in: start..<end) ?? end
    let next = min(end, lineEnd + 1)
    lines += 1
    defer { isBelowBar = false }
    guard lineEnd - start <= ScanLimits.longestLine else { return next }
    let extent = LineExtent(line: lines, start: pass.base + start, end: pass.base + next)
    let whole = start..<(lineEnd > start && bytes[lineEnd - 1] == 0x0D ? lineEnd - 1 : lineEnd)
    let framed = StreamFrame.textStart(bytes, whole)
    let range = (framed ?? start)..<whole.upperBound
    let line = LogLine(range: range, extent: extent)
    let wasEmpty = open.isEmpty
    defer { if framed != nil { noteFrames() } }
    if wasEmpty {
      isBelowBar = start == 0 ? known?.isBelowBar ?? false : Self.hasBar(bytes, before: start)
    }
    if wasEmpty || unfinished.folded != nil, readFolded(bytes, line) { return next }
    if wasEmpty, let above = recordCut(above: line, bytes) { unfinished.cutLine = above }
    if let record = unwrapper.record(in: bytes, range) {
      readRecord(record, bytes, line, wasEmpty: wasEmpty)
      return next
    }
    if readPretty(bytes, line, wasEmpty: wasEmpty) { return next }
    let marks = LineMarks(bytes, range)
    if marks.contains(.bracket), bytes.first(TeamCityMessage.head, in: range) != nil,
      readMessage(bytes, line)
    {
      return next
    }
    if unfinished.cutLine != nil || marks.contains(.equals), readEncoded(bytes, line) {
      followUp(bytes, from: start, extent, wasEmpty: wasEmpty)
      return next
    }
    if mayBeQuoted(bytes, range, marks), readQuoted(bytes, line) { return next }
    // A report that is one long line ends before there is time to look back.
    if wasEmpty, range.count > ScanLimits.collapsedLine { lookBack(bytes, to: start) }
    if isDirty(bytes, range, marks) {
      readDirty(bytes, line)
    } else {
      readPieces(bytes, LogLine(range: range, origin: LineOrigin(isInPlace: true), extent: extent))
    }
    followUp(bytes, from: start, extent, wasEmpty: wasEmpty)
    return next
  }

  /// Reads a record of a format such as JSON.
  mutating func readRecord(
    _ record: WrappedLine, _ bytes: Span<UInt8>, _ line: LogLine, wasEmpty: Bool
  ) {
    if record.endsLine, line.range.count > QuotedText.shortestLine, readQuoted(bytes, line, beside: record) {
      return
    }
    readWrapped(record, bytes, line)
    setPrintedDuring(bytes, below: line.range.lowerBound, wasEmpty: wasEmpty)
    if let stream = findings.blamesUnnamed { readBlameBelow(bytes, line.range.lowerBound, of: stream) }
  }

  /// Takes note that bytes of a frame are before each line of the report that is open: none is read as it is.
  private func noteFrames() {
    for index in open.indices(of: TextStream.plain) { open[TextStream.plain, index].isFramed = true }
  }

  /// Whether something has to be taken out of a line before it is read.
  @inline(__always)
  private func isDirty(_ bytes: Span<UInt8>, _ line: Range<Int>, _ marks: LineMarks) -> Bool {
    (!marks.isPlain && TextCleaning.isNeeded(bytes, line))
      || (marks.contains(.less) && (MarkupText.isIn(bytes, line) || MarkdownText.hasLink(bytes, line)))
      || EscapedQuotes.areIn(bytes, line, marks) || LinkedThread.isIn(bytes, line, marks)
      || BracedBlanks.areIn(bytes, line, marks)
  }

  /// Whether a line may hold a text of several lines.
  private mutating func mayBeQuoted(_ bytes: Span<UInt8>, _ line: Range<Int>, _ marks: LineMarks) -> Bool {
    line.count > ScanLimits.collapsedLine
      || (line.count > QuotedText.shortestLine && pass.hasAnchor(bytes, line)
        && QuotedText.mayBeIn(bytes, line, marks))
  }

  /// Reads a line that something has to be taken out of.
  mutating func readDirty(_ bytes: Span<UInt8>, _ line: LogLine) {
    let range = line.range
    var text = MarkupText.isIn(bytes, range) ? MarkupText.removed(from: bytes, range) : bytes.bytes(range)
    if BracedBlanks.areIn(bytes, range, LineMarks(bytes, range)) { text = BracedBlanks.undone(text) }
    let marks = LineMarks(text.span, 0..<text.count)
    let count = text.count
    text = EscapedQuotes.undone(text, marks)
    let areUndone = text.count < count
    if LinkedThread.isIn(text.span, 0..<text.count, marks) { text = LinkedThread.undone(text) }
    var clean = unwrapper.clean(text.span, 0..<text.count)
    // On a page the quotes of a string, or of a record, are entities themselves.
    if marks.contains(.ampersand), !areUndone {
      clean = EscapedQuotes.undone(clean, LineMarks(clean.span, 0..<clean.count))
    }
    readPieces(clean.span, LogLine(range: 0..<clean.count, extent: line.extent))
  }

  /// Looks above a line for what it has left open.
  private mutating func followUp(
    _ bytes: Span<UInt8>, from start: Int, _ extent: LineExtent, wasEmpty: Bool
  ) {
    if findings.blamesTest {
      lookBack(bytes, to: start)
      blame(announced.test, for: TextStream.plain)
      nameBlamed(bytes, start..<extent.end - pass.base, base: pass.base, TextStream.plain)
    }
    setPrintedDuring(bytes, below: start, wasEmpty: wasEmpty)
  }

  /// Gives the report that a line has opened the test and the job that text above the line announced.
  private mutating func setPrintedDuring(_ bytes: Span<UInt8>, below start: Int, wasEmpty: Bool) {
    guard let report = findings.opened else { return }
    if wasEmpty { lookBack(bytes, to: start, suffix: report.suffix.text) }
    let end = bytes.first(0x0A, in: start..<bytes.count) ?? bytes.count
    report.draft.extent.during = announced.during(bytes, start..<end, symbols: &naming.symbols)
    findings.opened = nil
  }

  /// Looks above a line for what is announced there.
  ///
  /// - Parameter suffix: what is behind the title that the line is.
  mutating func lookBack(_ bytes: Span<UInt8>, to end: Int, suffix: LineSuffix = .none) {
    announced.lookBack(bytes, to: end, base: pass.base, suffix: suffix, symbols: &naming.symbols)
  }

  /// Whether the line that ends right before `start` ends with a bar, as far as it is the detector's.
  static func hasBar(_ bytes: Span<UInt8>, before start: Int) -> Bool {
    guard start > 0 else { return false }
    let floor = max(0, start - ScanLimits.barReach)
    let above = bytes.trimmed((bytes.last(0x0A, in: floor..<start - 1).map { $0 + 1 } ?? floor)..<start)
    // In the encoding of mails, too.
    if bytes.ends("==========", in: above) || bytes.ends("=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D", in: above) {
      return true
    }
    guard let bar = bytes.first("==================", in: above) else { return false }
    var end = bar
    while end < above.upperBound, bytes[end] == UInt8(ascii: "=") { end += 1 }
    // The end of a colour, of an element, or of the text of a record, or the mark of the line's end.
    return bytes[end] == 0x1B || bytes[end] == UInt8(ascii: "$")
      || bytes.has("</", at: end, end: above.upperBound)
      || bytes.has("\\n\"", at: end, end: above.upperBound)
  }
}
