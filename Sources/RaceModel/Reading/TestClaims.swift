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
  static let reach = LogScanner.memory

  private var reports: [OpenReports.Source: [Report]] = [:]

  /// Adds a report that has ended.
  mutating func add(_ report: Report, of source: OpenReports.Source) {
    reports[source, default: []].append(report)
    if let all = reports[source], all.count > 1000 {
      reports[source] = all.filter { $0.end > report.end - Self.reach }
    }
  }

  /// Takes the reports of a source that a line at `place` claims.
  mutating func take(of source: OpenReports.Source, at place: Int) -> [Int] {
    guard let all = reports.removeValue(forKey: source) else { return [] }
    return all.filter { $0.end > place - Self.reach }.map(\.start)
  }

  /// The reports, by source, that a line behind `place` can still claim.
  func within(reachOf place: Int) -> [OpenReports.Source: [Report]] {
    reports.mapValues { $0.filter { $0.end > place - Self.reach } }.filter { !$0.value.isEmpty }
  }
}

extension LogScanner {
  /// Takes note of a line that blames a test.
  ///
  /// What text announced above the line is looked for by whoever has the bytes above it.
  mutating func readClaim(_ bytes: Span<UInt8>, _ origin: Origin, _ place: Place) {
    if origin.source == OpenReports.plain {
      isClaimLine = true
    } else if origin.isInPlace, let record {
      claim(names(record, bytes).test, origin.source, place)
    } else {
      claim(origin.names.test, origin.source, place)
    }
  }

  /// Gives the reports of a source that no test was blamed for to this test.
  mutating func claim(_ test: SymbolTable.ID, _ source: OpenReports.Source, _ place: Place) {
    isClaimLine = false
    let reports = unclaimed.take(of: source, at: place.start)
    if test == -1 { return }
    if !reports.isEmpty { claims.append(TestClaim(test: test, reports: reports)) }
    // A report that lost its end is open yet.
    open.select(source)
    for index in open.indices where !open[index].isAnnounced { open[index].claim = test }
  }

  /// Notes that a report has ended that a test may be blamed for.
  mutating func awaitClaim(of report: OpenReport) {
    if let test = report.claim {
      claims.append(TestClaim(test: test, reports: [report.draft.start]))
    } else {
      unclaimed.add(
        UnclaimedReports.Report(start: report.draft.start, end: report.draft.end), of: report.source)
    }
  }
}
