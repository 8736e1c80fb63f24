/// What `race detected during execution of test` says of the reports above it.
///
/// The race detector's runtime does not know of tests; the test runner counts reports and blames the test that has
/// ended. Where the log had last announced a subtest of that test, the runner knows better: the subtest was over.
///
/// ```
/// === RUN   TestOuter
/// === RUN   TestOuter/inner
/// WARNING: DATA RACE          <- printed during TestOuter/inner, by what was announced
/// === NAME  TestOuter
///     testing.go:1867: race detected during execution of test     <- claims it for TestOuter
/// ```
///
/// A claim of any other test is no better than the announcement: parallel tests are blamed for each other's races.
/// Where no test was announced, the result that stands beside the line names the test, see `TestResult`.
/// The reports may have been handed over before the line is read, so that a claim goes to the index beside them.
struct TestClaim: Sendable {
  /// What it is founded on.
  enum Ground: Sendable {
    /// The announcement above the line: reports of the test's subtests are its own.
    case announcement
    /// A result beside the line: reports of no test are its own.
    case result
    /// Another test that is blamed, too: reports that the result gave to the test are of no test again.
    case doubt
  }

  var ground = Ground.announcement
  /// The test; a number of the reader's names, or `PrintedDuringTracker.inherited`.
  var test: SymbolTable.ID
  /// Where the reports begin; as often as reports begin there.
  var reports: [Int]
}

/// Reports that no test has been blamed for yet.
struct UnclaimedReports {
  /// A report that has ended.
  struct Report: Equatable, Sendable {
    var start: Int
    var end: Int
    /// What stands before each of its lines.
    var prefix: LinePrefix
  }

  /// How far below a report, in bytes, the line may stand that claims it.
  static let reach = ScanLimits.memory

  private var reports: [OpenReports.Stream: [Report]] = [:]

  /// Adds a report that has ended.
  mutating func add(_ report: Report, of stream: OpenReports.Stream) {
    reports[stream, default: []].append(report)
    if let all = reports[stream], all.count > 1000 {
      reports[stream] = all.filter { $0.end > report.end - Self.reach }
    }
  }

  /// Takes the reports of a stream that a line at `place` claims.
  mutating func take(of stream: OpenReports.Stream, at place: Int) -> [Report] {
    guard let all = reports.removeValue(forKey: stream) else { return [] }
    return all.filter { $0.end > place - Self.reach }
  }

  /// The reports, by stream, that a line behind `place` can still claim.
  func within(reachOf place: Int) -> [OpenReports.Stream: [Report]] {
    reports.mapValues { $0.filter { $0.end > place - Self.reach } }.filter { !$0.value.isEmpty }
  }
}
