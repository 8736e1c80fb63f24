/// Puts the pieces of a log together: counts lines on, and hands the test that one piece announced on
/// to the reports of the next.
struct SegmentJoint {
  private let source: Int32
  private var state: LogIndex.Source
  /// The test that held for the last report.
  private var current: String?
  /// The last announcement behind the last report.
  private var trailing: (test: String?, position: Int)?

  init(source: Int32, name: String, size: Int) {
    self.source = source
    state = LogIndex.Source(name: name)
    state.size = size
  }

  /// The batch of a piece.
  mutating func batch(_ result: SegmentResult, end: Int, isLast: Bool) -> IndexBatch {
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
    }
    handOn(result.announced, to: &reports, &names)
    state.lines += result.lines
    state.reports += reports.count
    state.bytes = isLast ? result.bytes : end
    state.failure = result.failure
    state.isFinished = isLast || result.failure != nil
    return IndexBatch(
      source: source, state: state, reports: reports, sites: result.sites, names: names, startsTable: true)
  }

  /// Gives reports before the piece's first announcement the test that was announced before the piece.
  private mutating func handOn(
    _ announced: SegmentAnnouncements, to reports: inout [ReportEntry], _ names: inout [String]
  ) {
    let heirs = reports.indices.filter { reports[$0].duringTest == PrintedDuringTracker.inherited }
    if let first = heirs.first {
      // The same reach backwards as everywhere.
      if let trailing, trailing.position >= reports[first].start - LogScanner.memory {
        current = trailing.test
      }
      trailing = nil
      if let current { names.append(current) }
      for index in heirs { reports[index].duringTest = current == nil ? -1 : Int32(names.count - 1) }
    }
    if announced.hasCurrent {
      current = announced.current
      trailing = nil
    }
    if let found = announced.trailing { trailing = found }
  }
}
