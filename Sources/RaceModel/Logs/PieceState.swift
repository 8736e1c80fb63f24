/// The state of a scanner at a cut, for the bytes after it. A piece is read from somewhat before its cut; if
/// that leads to the same state as reading everything before, nothing in the piece can depend on the
/// difference.
struct PieceState: Equatable, Sendable {
  /// A report that is open at the cut.
  struct Open: Equatable, Sendable {
    var stream: String
    /// Its bytes so far.
    var start: Int
    var end: Int
    var isAnnounced: Bool
    var isProven: Bool
    /// How much of it was read.
    var accesses: Int
    var creations: Int
    var frames: Int
    var damage: Int
    var partial: [UInt8]
    var held: [UInt8]
    var isEncoded: Bool
    var isFramed: Bool
    var isRefilled: Bool
    var isDoubled: Bool
    /// How wide its lines are, where a terminal has cut them.
    var cutWidth: Int
    /// What its title may go on with.
    var headerStart: [UInt8]
    /// How many other reports have ended since its last line.
    var idle: Int
    /// The test that was blamed for it.
    var claim: String?
  }

  var open: [Open] = []
  /// The beginning of a line that continues after the cut.
  var cutLine: [UInt8]?
  /// The same for a text in quotes.
  var folded: [UInt8]?
  /// The reports that a test may still be blamed for, by stream.
  var unclaimed: [String: [UnclaimedReports.EndedReport]] = [:]
  /// The reports that a test was blamed for last, by stream, and the test.
  struct Blamed: Equatable, Sendable {
    var reports: [Int]
    var test: String?
    var top: String?
  }

  var blamed: [String: Blamed] = [:]
  /// The reports about which the test runner may still say more.
  var unpackaged: [WatchedReports.Unpackaged] = []
  var blamedAlone: [String] = []
  /// Whether a test, or a package, prints up to a rule or a bar behind the cut.
  var isInBlock = false
  /// Whether a shard does.
  var isInShard = false
  /// The branches of a pipeline that print at once.
  var branches = JobTracker.Branches()
  /// The stream whose next line may name the test that was blamed.
  var awaitedResult: String?
  /// The beginning of the note that is open at the cut, and its text so far.
  var noteStart: Int?
  var noteText: String?

  /// The state at the beginning of a log.
  init() {}

  /// The state of a scanner between two lines.
  ///
  /// - Parameter position: where the next line begins.
  init(_ scanner: LogScanner<IndexSink>, at position: Int) {
    open = scanner.open.all.map { report in
      Open(
        stream: scanner.unwrapper.name(of: report.stream), start: report.draft.extent.start,
        end: report.draft.extent.end,
        isAnnounced: report.isAnnounced, isProven: report.draft.progress.isProven,
        accesses: report.draft.accesses.count, creations: report.draft.creations.count,
        frames: report.draft.stacks.all.reduce(0) { $0 + $1.frameCount }, damage: report.draft.damage.count,
        partial: report.partial.bytes, held: report.held?.text ?? [], isEncoded: report.isEncoded,
        isFramed: report.isFramed, isRefilled: report.isRefilled, isDoubled: report.isDoubled,
        cutWidth: report.cutWidth,
        headerStart: report.wait.headerStart,
        idle: scanner.open.ended - report.endedBefore,
        claim: report.claim.map { $0 < 0 ? "" : scanner.naming.symbols.string($0) })
    }
    for (stream, reports) in scanner.sink.unclaimed.within(reachOf: position) {
      unclaimed[scanner.unwrapper.name(of: stream)] = reports
    }
    let symbols = scanner.naming.symbols
    for (stream, reports) in scanner.sink.blamed {
      guard let last = reports.ends.last, last > position - UnclaimedReports.reach else { continue }
      blamed[scanner.unwrapper.name(of: stream)] = Blamed(
        reports: reports.reports, test: reports.test.map { symbols.string($0.test) },
        top: reports.test.map { symbols.string($0.top) })
    }
    var watched = scanner.sink.watched
    watched.giveUp(beyondReachOf: position)
    unpackaged = watched.unpackaged
    blamedAlone = watched.blamed.map { blame in
      "\(scanner.unwrapper.name(of: blame.stream)) \(symbols.string(blame.test)) \(blame.reports.map(\.start))"
    }
    isInBlock = scanner.announced.isInBlock(at: position)
    isInShard = scanner.announced.jobs.isInBlock
    branches = scanner.announced.jobs.branches
    cutLine = scanner.unfinished.cutLine?.text
    folded = scanner.unfinished.folded?.text
    awaitedResult = scanner.blamed.awaitedResult.map { scanner.unwrapper.name(of: $0.stream) }
    noteStart = scanner.sink.openNote?.note.start
    noteText = scanner.sink.openNote?.note.text
  }
}
