/// Puts the pieces of a log together: counts lines on, and hands the test that one piece announced on
/// to the reports of the next.
struct SegmentJoint {
  private let source: Int32
  private var state: LogIndex.Source
  /// The test that was announced last.
  private var current: String?
  /// The threads that were announced.
  private var threads = SegmentThreads()
  /// What was known at the end of the last piece.
  private(set) var end = SegmentState()

  init(source: Int32, file: LogFile, size: Int) {
    self.source = source
    state = LogIndex.Source(file)
    state.size = size
  }

  /// The batch of a piece.
  mutating func batch(_ result: SegmentResult, _ piece: Segments.Piece) -> IndexBatch {
    var reports = result.reports
    var names = result.names
    let lines = state.lines - result.firstLine
    for index in reports.indices {
      reports[index].source = source
      reports[index].startLine += lines
      reports[index].line += lines
      reports[index].endLine += lines
      if reports[index].headerLine > 0 { reports[index].headerLine += lines }
      for related in reports[index].related.indices { reports[index].related[related].line += lines }
      threads.resolve(&reports[index].related, wanted: result.threads.wanted)
    }
    var announced = result.threads
    for wish in announced.announced.keys { announced.announced[wish]?.line += lines }
    threads.add(announced)
    state.notes.add(result.notes, linesBefore: lines)
    end = result.end
    handOn(result.announced, to: &reports, &names)
    state.lines += result.lines
    state.reports += reports.count
    state.bytes = piece.isLast ? result.bytes : piece.end
    state.failure = result.failure
    state.isFinished = piece.isLast || result.failure != nil
    return IndexBatch(
      source: source, state: state, reports: reports, sites: result.sites, names: names, startsTable: true)
  }

  /// Gives reports before the piece's first announcement the test that was announced before the piece.
  private mutating func handOn(
    _ announced: AnnouncedTest, to reports: inout [ReportEntry], _ names: inout [String]
  ) {
    let heirs = reports.indices.filter { reports[$0].duringTest == PrintedDuringTracker.inherited }
    if let current, !heirs.isEmpty { names.append(current) }
    for index in heirs { reports[index].duringTest = current == nil ? -1 : Int32(names.count - 1) }
    if case .test(let test) = announced { current = test }
  }
}
