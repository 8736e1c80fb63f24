/// Keeps what an index needs of reports, which is little, and what else was printed that tells what happened.
struct IndexSink: ScanSink {
  static let depth = ReadingDepth.index

  /// What an index keeps of the reports that have ended. The owner takes them out.
  var entries: [ReportEntry] = []
  /// The messages of the detectors' runtimes.
  var notes = LogNotes()
  /// The tests that were blamed for reports. The owner takes them out.
  var claims: [TestClaim] = []
  /// Reports that no test was blamed for.
  private(set) var unclaimed = UnclaimedReports()
  /// Reports that a test was blamed for last, by stream.
  private(set) var blamed: [TextStream: BlamedReports] = [:]
  /// Reports of which the test runner may still say more.
  private(set) var watched = WatchedReports()
  /// The reports that the line being read takes.
  private var taken: [UnclaimedReports.EndedReport] = []
  /// The note that may go on in the next line.
  private(set) var openNote: OpenNote?

  /// A message that goes on in the next lines.
  struct OpenNote {
    var note: LogNote
    let stream: TextStream
    /// What is before each of its lines.
    let prefix: LinePrefix
    /// How many items it has so far.
    var items = 0
  }

  var awaitedStream: TextStream? { openNote?.stream }

  mutating func keep(_ report: OpenReport) {
    entries.append(report.draft.takeEntry())
    guard report.grammarType.isClaimedByTests else {
      // Whatever printed it is no Go test: one that is blamed further down is of another program than the reports above.
      if report.draft.threads.announces == nil { unclaimed.giveUp(report.prefix, of: report.stream) }
      return
    }
    let extent = report.draft.extent
    let ended = UnclaimedReports.EndedReport(start: extent.start, end: extent.end, prefix: report.prefix)
    if let test = report.claim {
      claims.append(TestClaim(test: test, reports: [extent.start]))
      watched.blame(test, for: [ended], of: report.stream)
    } else {
      unclaimed.add(ended, of: report.stream)
    }
    // Records name their package, and text in quotes is read by itself.
    guard report.stream == .plain, extent.during.package < 0 else { return }
    watched.add(ended, isOfTest: extent.during.test >= 0 || report.claim != nil)
  }

  mutating func add(
    _ opening: NoteOpening, _ bytes: Span<UInt8>, _ line: LogLine
  ) {
    let note = LogNote(
      line: line.extent.line, start: line.extent.start, isFatal: opening.isFatal, bytes,
      opening.at..<line.range.upperBound)
    endNote()
    if opening.hasItems {
      openNote = OpenNote(
        note: note, stream: line.stream, prefix: LinePrefix(bytes, line.range.lowerBound..<opening.at))
    } else {
      notes.add(note)
    }
  }

  /// Adds an item to the note; the first line that is none ends it.
  mutating func goOn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard var open = openNote else { return false }
    guard case .content(let start) = open.prefix.match(bytes, line),
      case let item = bytes.trimmed(start..<line.upperBound), Self.isItem(bytes, item)
    else {
      endNote()
      return false
    }
    open.note.add((open.items == 0 ? " " : ", ") + bytes.decoded(item.prefix(LogNote.longestText)))
    open.items += 1
    openNote = open
    return true
  }

  /// `12 race:some_function`: how often something in a file of suppressions held.
  private static func isItem(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let (_, after) = bytes.decimal(at: line.lowerBound, end: line.upperBound),
      after < line.upperBound, bytes[after] == 0x20,
      let colon = bytes.first(UInt8(ascii: ":"), in: after + 1..<line.upperBound)
    else { return false }
    let kind = after + 1..<colon
    return !kind.isEmpty && colon + 1 < line.upperBound && bytes[colon + 1] > 0x20
      && kind.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[$0]) || bytes[$0] == 0x5F }
  }

  mutating func endNote() {
    if let open = openNote { notes.add(open.note) }
    openNote = nil
  }
}

/// Tests that are blamed for reports.
extension IndexSink {
  mutating func beginBlame(
    _ bytes: Span<UInt8>, _ line: LogLine
  ) {
    let (stream, start) = (line.stream, line.extent.start)
    let reports = unclaimed.take(of: stream, at: start)
    taken = reports
    watched.proveTest(of: reports)
    if !reports.isEmpty {
      blamed[stream] = BlamedReports(reports, bytes, line.range)
    } else if let last = blamed[stream]?.ends.last, last <= start - UnclaimedReports.reach {
      blamed[stream] = nil
    }
  }

  mutating func blame(_ test: SymbolTable.ID, for stream: TextStream) {
    if test != -1, !taken.isEmpty { claims.append(TestClaim(test: test, reports: taken.map(\.start))) }
    watched.blame(test, for: taken, of: stream)
    taken = []
  }

  mutating func drop(upTo position: Int, of stream: TextStream) {
    // What was given to a test once is its own: another package's tests say nothing about it.
    if blamed[stream]?.test == nil {
      blamed[stream]?.drop(upTo: position)
    } else {
      dropNamed(upTo: position, stream)
    }
  }

  mutating func dropEarlier(than position: Int, of stream: TextStream) {
    guard let reports = blamed[stream]?.drop(upTo: position), !reports.isEmpty else { return }
    watched.giveUp(reports)
    if blamed[stream]?.reports.isEmpty == true { blamed[stream] = nil }
  }

  func endOfUnnamed(of stream: TextStream) -> Int? {
    guard let known = blamed[stream], known.test == nil else { return nil }
    return known.ends.min()
  }

  private mutating func dropNamed(upTo position: Int, _ stream: TextStream) {
    if let first = blamed[stream]?.ends.first, first <= position { blamed[stream] = nil }
  }

  func failedTest(_ bytes: Span<UInt8>, _ line: Range<Int>, of stream: TextStream) -> Range<Int>? {
    blamed[stream]?.failedTest(bytes, line)
  }

  func endOfBlamed(of stream: TextStream) -> Int? { blamed[stream]?.ends.last }

  mutating func name(_ test: BlamedTest?, of stream: TextStream) {
    guard let known = blamed[stream], !known.reports.isEmpty else { return }
    guard let first = known.test else {
      blamed[stream]?.test = test
      if let test {
        claims.append(TestClaim(ground: .result, test: test.test, reports: known.reports))
        // Where another one was announced that passes, it is this one.
        watched.blame(test.test, alone: known.ended, of: stream)
      }
      // Whoever is blamed next is not the only one.
      if test == nil { blamed[stream] = nil }
      return
    }
    if first == test { return }
    claims.append(TestClaim(ground: .doubt, test: first.test, reports: known.reports))
    guard let test, test.top == first.top else {
      blamed[stream] = nil
      return
    }
    // Several subtests of one test: it is that test's at least.
    blamed[stream]?.test?.test = test.top
    claims.append(TestClaim(ground: .result, test: test.top, reports: known.reports))
  }
}

/// What the test runner says below reports.
extension IndexSink {
  var watchesRunner: Bool { !watched.isEmpty }

  mutating func passVerdicts(to position: Int) { watched.pass(to: position) }

  mutating func take(_ printed: PrintedVerdict, _ bytes: Span<UInt8>, _ symbols: inout SymbolTable) {
    switch printed.verdict {
    case .passed(let name):
      let others = watched.others(bytes, printed)
      guard !others.isEmpty else { return }
      let passed = symbols.intern(bytes, name)
      for other in others {
        claims.append(TestClaim(ground: .passed(passed), test: other.test, reports: other.reports))
      }
    case .failed(let package):
      let reports =
        printed.stream == .plain
        ? watched.takePackage(bytes, printed) : watched.others(bytes, printed).flatMap(\.reports)
      guard !reports.isEmpty else { return }
      claims.append(TestClaim(ground: .package, test: symbols.intern(bytes, package), reports: reports))
    case .otherPackage: _ = watched.takePackage(bytes, printed)
    }
  }
}
