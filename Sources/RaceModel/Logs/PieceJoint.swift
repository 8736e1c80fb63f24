/// Puts the pieces of a log together: continues line numbers, and passes the test and the job announced in one
/// piece to the reports of the next.
struct PieceJoint {
  private let log: Int32
  private var state: LoadedLog
  /// The test and the job that were announced last.
  private var test: String?
  private var job: String?
  /// The threads that were announced.
  private var threads = PieceThreads()
  /// The state at the end of the last piece.
  private(set) var end = PieceState()

  init(log: Int32, file: LogFile, size: Int) {
    self.log = log
    state = LoadedLog(file)
    state.size = size
  }

  /// The batch of a piece. The result's reports move into it without being copied.
  mutating func batch(_ result: inout PieceResult, _ piece: LogPieces.Piece) -> IndexBatch {
    var reports: [ReportEntry] = []
    swap(&reports, &result.reports)
    let lines = state.lineCount - result.firstLine
    let found = result.threads.wanted.map { threads.ranges(of: $0) }
    for index in reports.indices {
      reports[index].log = log
      reports[index].line += lines
      for related in reports[index].related.indices { reports[index].related[related].line += lines }
      PieceThreads.resolve(&reports[index].related, found)
    }
    var announced = result.threads
    for wish in announced.announced.keys { announced.announced[wish]?.line += lines }
    threads.add(announced)
    state.notes.add(result.notes, linesBefore: lines)
    end = result.end
    state.lineCount += result.lines
    state.reportCount += reports.count
    state.bytes = piece.isLast ? result.bytes : piece.end
    state.settled = result.end.open.map(\.start).min() ?? state.bytes
    state.failure = result.failure
    state.isFinished = piece.isLast || result.failure != nil
    var batch = names(of: result)
    batch.reports = reports
    batch.claims = result.claims
    // For the reports before the piece's first announcement.
    (batch.inheritedTest, batch.inheritedJob) = (test, job)
    (test, job) = (result.test.following(test), result.job.following(job))
    return batch
  }

  /// The names and sites of a piece, without the piece: later pieces refer to them.
  func names(of result: PieceResult) -> IndexBatch {
    IndexBatch(log: log, loaded: state, reports: [], found: result.found)
  }
}
