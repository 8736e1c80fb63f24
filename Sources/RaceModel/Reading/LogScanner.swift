/// Finds the reports in the bytes of a log, without a screen, a file or a thread: bytes in, reports out.
///
/// While no report is open it jumps from anchor to anchor and looks at no other line. A line that may
/// open a report is freed from what wraps it (JSON, escape sequences, a prefix); then the detector's
/// grammar reads on, line by line, until the report ends. Reports of several sources may be open at
/// once; a line goes to the one whose prefix it has.
struct LogScanner {
  /// Lines longer than this may be a whole report on one line.
  static let collapsedLine = 400
  /// Lines longer than this hold no report: their bytes are passed over.
  static let longestLine = 8 << 20
  /// How far back from a title the announcement of its test is looked for.
  static let memory = 1 << 16
  /// How far back from a title the bar above it is looked for.
  static let barReach = 64

  let detail: Detail
  var naming: Naming
  /// Finished reports, in the order in which they ended; only where everything is worked out. The owner takes
  /// them out.
  var finished: [ReportDraft] = []
  /// What an index keeps of them, which is little of a draft; only for an index.
  var entries: [ReportEntry] = []
  /// What else was printed that tells what happened; only for an index.
  var notes = SourceNotes()
  /// The note that may go on in the next line.
  var openNote: OpenNote?
  /// Reports that a test may be blamed for, and the tests that were; only for an index.
  var unclaimed = UnclaimedReports()
  var claims: [TestClaim] = []
  /// Whether the line being read blames a test that text announced.
  var isClaimLine = false
  /// Physical lines passed so far.
  private(set) var lines = 0
  var open = OpenReports()
  /// Threads whose creation was announced, for the reports that name them later.
  var announcements: [AnnouncedThread: Announcement] = [:]
  /// The heading of each process that says which thread its next reports are about.
  var headings: [Process: ReportDraft] = [:]
  /// Whether the bytes are a piece of a log, so that what was not announced may stand in an earlier one.
  var isPiece = false
  /// What reports of a piece looked for in vain, numbered.
  var wanted: [Wanted: Int] = [:]
  /// The prefix of the last report that needed no second line to learn it from, and its bytes.
  var lastPrefix: (bytes: [UInt8], prefix: LinePrefix) = ([], .none)
  /// The lines of the title and of the first header of a report that is read again. Without what stood
  /// above it a header of another source may look like its own.
  private(set) var known: (title: Int, header: Int)?
  /// Whether the next line is read even when it holds no anchor: a report that is read again begins there.
  private var beginsReport = false
  /// The line at which reports that have no more lines to come were last looked for.
  var sweptAtLine = 0
  /// Which sources of a JSON log are read: all, or that of the first record only, which is the report's own
  /// when one is read again.
  enum Focus {
    case all
    case first
    case source(OpenReports.Source)
  }
  var focus = Focus.all
  /// What bytes announced that reports refer to: many reports refer to the same.
  var related: [RelatedPlace: Related] = [:]
  /// The test that was last announced, and where the search for announcements ended.
  var announced = PrintedDuringTracker()
  /// Scratch space for a line without its escape sequences, and for the text of a JSON record.
  var scratch: [UInt8] = []
  var decoded: [UInt8] = []
  /// What the last JSON records looked like.
  var shapes = RecordShapes()
  /// The record whose text is being read where it stands.
  var record: WrappedLine?
  /// What tells the sources of reports apart in a JSON log.
  var sources = SymbolTable()
  /// Where an anchor stands next, in the bytes of the current call.
  private var nextHit = -1
  /// Where the next escape sequence stands, and the next carriage return inside a line.
  private var nextEscape = -1
  private var nextReturn = -1
  private var base = 0
  /// The report that the line being read has opened.
  var justOpened: OpenReport?
  /// The line that opened a report last, and how many it has opened beyond the first.
  var openings: (line: Int, count: Int32) = (0, 0)
  /// Whether the line above the one being read ends with a bar.
  var isBelowBar = false
  /// Whether a bar stands above the first of the bytes.
  private var startsBelowBar = false
  /// Whether the beginning of a line that is too long was passed.
  private var isInLongLine = false

  /// - Parameter plumbing: the user's own rules; what is found depends on them.
  init(detail: Detail, plumbing: UserPlumbing = .none) {
    self.detail = detail
    naming = Naming(detail: detail, plumbing: plumbing)
  }

  /// A process whose reports are in the log.
  struct Process: Hashable {
    var source: OpenReports.Source
    var pid: Int?
  }

  /// A thread of one process.
  struct AnnouncedThread: Hashable {
    var process: Process
    var name: ThreadName

    /// Numbers tell nearly all of them apart.
    func hash(into hasher: inout Hasher) {
      hasher.combine((process.pid ?? 0) << 32 ^ Int(process.source) << 20 ^ name.number)
    }
  }

  /// What reports refer to that is announced before them.
  enum Wanted: Hashable {
    /// The creation of a thread.
    case thread(AnnouncedThread)
    /// The heading that says which thread the report is about.
    case heading(Process)
  }

  /// The anchors of all grammars; one that two of them share is looked for once.
  private static let anchors = AnchorSearch(
    Grammars.all.flatMap { $0.anchors }.reduce(into: [StaticString]()) { all, anchor in
      if !all.contains(where: { $0.description == anchor.description }) { all.append(anchor) }
    })

  /// Reads on.
  ///
  /// - Parameters:
  ///   - bytes: a piece of the log; the bytes before `start` were read before and are kept for a look
  ///     back.
  ///   - base: where `bytes` begins in the log.
  ///   - isLast: whether the log ends with `bytes`.
  /// - Returns: how far it came; the rest is the beginning of a line whose end is not there yet.
  mutating func scan(_ bytes: Span<UInt8>, from start: Int, base: Int, isLast: Bool) -> Int {
    self.base = base
    nextHit = -1
    nextEscape = -1
    nextReturn = -1
    var position = start
    if isInLongLine {
      guard let lineEnd = bytes.first(0x0A, in: start..<bytes.count) else {
        if isLast {
          lines += 1
          finishAll()
        }
        return bytes.count
      }
      isInLongLine = false
      lines += 1
      position = lineEnd + 1
    }
    let lastEnd = bytes.last(0x0A, in: position..<bytes.count).map { $0 + 1 } ?? position
    let end = isLast ? bytes.count : lastEnd
    while position < end {
      if beginsReport {
        beginsReport = false
        position = readLine(bytes, from: position, to: end)
      } else if open.isEmpty, openNote == nil {
        position = passNoise(bytes, from: position, to: end)
      } else if let next = readFast(bytes, from: position, to: end) {
        position = next
      } else {
        position = readLine(bytes, from: position, to: end)
      }
    }
    if isLast { finishAll() }
    return position
  }

  /// Passes over the bytes of a line that is too long to hold a report and has no end yet.
  mutating func passLongLine(to end: Int) -> Int {
    isInLongLine = true
    return end
  }

  /// Makes the scanner ready for another log, or for a part of one; names stay known.
  mutating func restart(
    atLine line: Int = 0, belowBar: Bool = false, header: Int? = nil, title: Int = 0,
    keepsThreads: Bool = false
  ) {
    lines = line
    if !keepsThreads {
      // Reports that are read again, one after the other, look for a few threads each.
      announcements.removeAll(keepingCapacity: announcements.count < 16)
      headings.removeAll()
    }
    // A title that was enough has no header; other reports may begin on its line.
    known = header.flatMap { $0 > 0 ? (title, $0) : nil }
    beginsReport = header != nil
    if !open.isEmpty { open = OpenReports() }
    openNote = nil
    openings = (0, 0)
    announced = PrintedDuringTracker()
    unclaimed = UnclaimedReports()
    claims = []
    isClaimLine = false
    isInLongLine = false
    startsBelowBar = belowBar
  }

  /// Ends all reports that are still open: the log is at its end.
  private mutating func finishAll() {
    guard !open.isEmpty else { return finishNote() }
    // As a report that is read again does.
    if let report = open.only, report.partial.isEmpty {
      finish(report, isEnd: true)
      return finishNote()
    }
    for report in open.all.reversed() where !report.partial.isEmpty {
      let rest = report.partial
      report.partial = []
      open.select(report.source)
      guard let place = report.partialPlace, let index = open.position(of: report) else { continue }
      _ = offer(rest.span, 0..<rest.count, nil, to: index, place)
    }
    for report in open.all { finish(report, isEnd: true) }
    finishNote()
  }

  /// A place of the next line that holds an anchor, where one stands; `end` when there is none.
  mutating func nextAnchor(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    if nextHit < start { nextHit = Self.anchors.first(in: bytes, start..<end) ?? end }
    return nextHit
  }

  /// Whether one of the anchors stands in a text.
  static func hasAnchor(_ text: Span<UInt8>) -> Bool { anchors.first(in: text, 0..<text.count) != nil }

  /// Jumps to the next line that holds an anchor and looks whether it opens a report.
  private mutating func passNoise(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let next = nextAnchor(bytes, from: start, to: end)
    guard next < end else {
      lines += bytes.lineEnds(in: start..<end)
      if end > start, bytes[end - 1] != 0x0A { lines += 1 }
      return end
    }
    let lineStart = bytes.last(0x0A, in: start..<next).map { $0 + 1 } ?? start
    lines += bytes.lineEnds(in: start..<lineStart)
    return readLine(bytes, from: lineStart, to: end)
  }

  /// The fast way: one report is open, its lines have no prefix, or always the same one, and the grammar
  /// takes them as they are.
  private mutating func readFast(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    guard open.total == 1, open.has(OpenReports.plain) else { return nil }
    open.select(OpenReports.plain)
    guard case let report = open[0], case .reading = report.stage,
      report.suffix.isEmpty,
      report.prefix.isEmpty || (report.prefix.isConstant && type(of: report.grammar).runsWithPrefix)
    else { return nil }
    let run = report.grammar.readRun(
      bytes, from: start, to: cleanEnd(bytes, from: start, to: end), number: lines + 1, draft: &report.draft,
      naming: &naming)
    guard run.lines > 0 else { return nil }
    lines += run.lines
    if run.taken > start {
      report.draft.end = base + run.taken
    }
    return run.end
  }

  /// Where the lines end that can be read without cleaning: before the first byte that begins an escape
  /// sequence or returns the carriage inside a line. It may lie in the middle of a line.
  private mutating func cleanEnd(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    if nextEscape < start { nextEscape = bytes.first(0x1B, in: start..<end) ?? end }
    while nextReturn < start || (nextReturn < end && nextReturn + 1 < end && bytes[nextReturn + 1] == 0x0A) {
      nextReturn = bytes.first(0x0D, in: max(start, nextReturn + 1)..<end) ?? end
    }
    return min(nextEscape, nextReturn)
  }

  /// Reads one line, whatever it is.
  private mutating func readLine(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let lineEnd = bytes.first(0x0A, in: start..<end) ?? end
    let next = min(end, lineEnd + 1)
    lines += 1
    guard lineEnd - start <= Self.longestLine else { return next }
    let place = Place(line: lines, start: base + start, end: base + next)
    let range = start..<(lineEnd > start && bytes[lineEnd - 1] == 0x0D ? lineEnd - 1 : lineEnd)
    if open.isEmpty {
      isBelowBar = start == 0 ? startsBelowBar : Self.hasBar(bytes, before: start)
    }
    let wasEmpty = open.isEmpty
    if let wrapped = shapes.read(bytes, range) {
      if wrapped.endsLine, range.count > Self.collapsedLine, readQuoted(bytes, range, place, beside: wrapped)
      {
        return next
      }
      readWrapped(wrapped, bytes, range, place)
      return next
    }
    if range.count > Self.collapsedLine, readQuoted(bytes, range, place) { return next }
    // A report that is one long line ends before there is time to look back.
    if wasEmpty, range.count > Self.collapsedLine { lookBack(bytes, to: start) }
    if TextCleaning.isNeeded(bytes, range) {
      scratch.removeAll(keepingCapacity: true)
      TextCleaning.clean(bytes, range, into: &scratch)
      let clean = scratch
      readText(clean.span, 0..<clean.count, Origin(), place)
    } else {
      readText(bytes, range, Origin(isInPlace: true), place)
    }
    isBelowBar = false
    if isClaimLine {
      lookBack(bytes, to: start)
      claim(announced.test, OpenReports.plain, place)
    }
    if let report = justOpened {
      if wasEmpty { lookBack(bytes, to: start) }
      report.draft.during.test = announced.test
      justOpened = nil
    }
    return next
  }

  mutating func lookBack(_ bytes: Span<UInt8>, to end: Int) {
    announced.lookBack(bytes, to: end, base: base, symbols: &naming.symbols)
  }

  /// Whether the line that ends right before `start` ends with a bar.
  static func hasBar(_ bytes: Span<UInt8>, before start: Int) -> Bool {
    let before = bytes.trimmed(max(0, start - barReach)..<start)
    return bytes.ends("==========", in: before)
  }
}
