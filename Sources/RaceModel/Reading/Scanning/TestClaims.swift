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
/// The reports may have been handed over before the line is read, so that a claim goes to the index beside them.
struct TestClaim: Sendable {
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
  mutating func take(of stream: OpenReports.Stream, at place: Int) -> [Int] {
    guard let all = reports.removeValue(forKey: stream) else { return [] }
    return all.filter { $0.end > place - Self.reach }.map(\.start)
  }

  /// The reports, by stream, that a line behind `place` can still claim.
  func within(reachOf place: Int) -> [OpenReports.Stream: [Report]] {
    reports.mapValues { $0.filter { $0.end > place - Self.reach } }.filter { !$0.value.isEmpty }
  }
}

extension LogScanner {
  /// Takes note of a line that blames a test.
  ///
  /// What text announced above the line is looked for by whoever has the bytes above it.
  mutating func readBlame(_ bytes: Span<UInt8>, _ origin: LineOrigin, _ place: LinePlace) {
    if origin.stream == OpenReports.plain {
      findings.blamesTest = true
    } else {
      blame(names(bytes, origin).test, for: origin.stream, at: place)
    }
  }

  /// Blames a test for the reports of a stream that no test was blamed for.
  mutating func blame(_ test: SymbolTable.ID, for stream: OpenReports.Stream, at place: LinePlace) {
    findings.blamesTest = false
    sink.blame(test, for: stream, at: place)
    guard test != -1 else { return }
    // A report that lost its end is open yet.
    for index in open.indices(of: stream) where !open[stream, index].isAnnounced {
      open[stream, index].claim = test
    }
  }
}
