/// Reports of which a test runner may still say more, further down.
///
/// `go test` prints a package's reports, then the package. Of parallel tests the one that was announced last need not
/// be the one that raced: where it has passed, and the runner blamed one other test alone, it is that test.
///
/// ```
/// === CONT  TestA
/// === CONT  TestB
/// WARNING: DATA RACE               <- printed during TestB, by what was announced
/// === NAME  TestA
///     testing.go:1867: race detected during execution of test
/// --- FAIL: TestA (0.01s)
/// --- PASS: TestB (0.00s)          <- so it is TestA's
/// FAIL	example.com/shop	0.103s   <- and the package's
/// ```
struct WatchedReports: Equatable {
  /// A report whose package is not known.
  struct Unpackaged: Equatable, Sendable {
    var report: UnclaimedReports.EndedReport
    /// Whether a test ran when it was printed: programs print reports, too.
    var isOfTest: Bool
  }

  /// Reports that one test was blamed for.
  struct Blamed: Equatable, Sendable {
    var stream: TextStream
    var test: SymbolTable.ID
    var reports: [UnclaimedReports.EndedReport]
  }

  /// Of more reports the first ones are given up.
  private static let most = 512

  /// Where reports were given up last.
  private var passed = 0
  private(set) var unpackaged: [Unpackaged] = []
  private(set) var blamed: [Blamed] = []

  var isEmpty: Bool { unpackaged.isEmpty && blamed.isEmpty }

  /// Adds a report that has ended.
  mutating func add(_ report: UnclaimedReports.EndedReport, isOfTest: Bool) {
    if unpackaged.count >= Self.most { unpackaged.removeFirst(Self.most / 2) }
    unpackaged.append(Unpackaged(report: report, isOfTest: isOfTest))
  }

  /// Takes note that a test is blamed for reports, or once more for those of another one.
  mutating func blame(
    _ test: SymbolTable.ID, for reports: [UnclaimedReports.EndedReport], of stream: TextStream
  ) {
    // With two that are blamed it cannot be said whose a report is.
    blamed.removeAll { $0.stream == stream && ($0.test != test || reports.isEmpty) }
    if blamed.count >= Self.most { blamed.removeFirst(Self.most / 2) }
    if test >= 0, !reports.isEmpty { blamed.append(Blamed(stream: stream, test: test, reports: reports)) }
  }

  /// The same for the test that a result names, unless one was blamed by its name.
  mutating func blame(
    _ test: SymbolTable.ID, alone reports: [UnclaimedReports.EndedReport], of stream: TextStream
  ) {
    if !blamed.contains(where: { $0.stream == stream }) { blame(test, for: reports, of: stream) }
  }

  /// Takes note that reports are of a test, whichever it is.
  mutating func proveTest(of reports: [UnclaimedReports.EndedReport]) {
    guard let first = reports.map(\.start).min() else { return }
    for index in unpackaged.indices.reversed() where unpackaged[index].report.start >= first {
      if reports.contains(unpackaged[index].report) { unpackaged[index].isOfTest = true }
    }
  }

  /// Takes note that reports are of no test that was blamed for them.
  mutating func giveUp(_ starts: [Int]) {
    for index in unpackaged.indices where starts.contains(unpackaged[index].report.start) {
      unpackaged[index].isOfTest = false
    }
  }

  /// Gives up what no line at `position` can be about, once enough of the log has gone by: each time moves all the
  /// reports that stay.
  mutating func pass(to position: Int) {
    guard position < passed || position - passed >= UnclaimedReports.reach / 8 else { return }
    passed = position
    let floor = position - UnclaimedReports.reach
    unpackaged.removeFirst(unpackaged.prefix { $0.report.end <= floor }.count)
    giveUpBlames(beyond: floor)
  }

  /// Gives up what no line at `position` can be about.
  mutating func giveUp(beyondReachOf position: Int) {
    let floor = position - UnclaimedReports.reach
    if let first = unpackaged.first, first.report.end <= floor {
      unpackaged.removeAll { $0.report.end <= floor }
    }
    giveUpBlames(beyond: floor)
  }

  private mutating func giveUpBlames(beyond floor: Int) {
    if let first = blamed.first, first.reports.allSatisfy({ $0.end <= floor }) {
      blamed.removeAll { $0.reports.allSatisfy { $0.end <= floor } }
    }
  }

  /// Takes the reports above a line that ends a package: where they begin, those that are of tests.
  mutating func takePackage(_ bytes: Span<UInt8>, _ printed: PrintedVerdict) -> [Int] {
    let floor = printed.position - UnclaimedReports.reach
    let isAbove = unpackaged.map { $0.report.end > floor && Self.isAbove($0.report, bytes, printed) }
    let taken = unpackaged.indices.filter { isAbove[$0] && unpackaged[$0].isOfTest }
    let starts = taken.map { unpackaged[$0].report.start }
    unpackaged = unpackaged.indices.filter { !isAbove[$0] }.map { unpackaged[$0] }
    return starts
  }

  /// The tests that were blamed for reports above a line that says that another one has passed, and where the reports
  /// begin.
  func others(
    _ bytes: Span<UInt8>, _ printed: PrintedVerdict
  ) -> [(test: SymbolTable.ID, reports: [Int])] {
    let floor = printed.position - UnclaimedReports.reach
    return blamed.filter { blame in
      blame.stream == printed.stream && blame.reports.contains { $0.end > floor }
    }.compactMap { blame in
      let reports = blame.reports.filter { Self.isAbove($0, bytes, printed) }
      return reports.isEmpty ? nil : (blame.test, reports.map(\.start))
    }
  }

  /// Whether a verdict is below a report, and of the same writer.
  private static func isAbove(
    _ report: UnclaimedReports.EndedReport, _ bytes: Span<UInt8>, _ printed: PrintedVerdict
  ) -> Bool {
    guard report.end <= printed.position, case .content(let start) = report.prefix.match(bytes, printed.line)
    else { return false }
    return bytes.trimmed(start..<printed.line.upperBound).lowerBound == printed.start
  }
}
