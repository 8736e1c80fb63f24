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
/// A claim of any other test is no better than the announcement: parallel tests are blamed for each other's races. It is
/// better where the announced one has passed, see `WatchedReports`.
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
    /// A test that has passed, while the claim's is the only one that is blamed: reports of the one that has passed are
    /// the other one's.
    case passed(SymbolTable.ID)
    /// The package's result: the claim names a package, of all reports that name none.
    case package
  }

  var ground = Ground.announcement
  /// The test, or the package; a number of the reader's names, or `TestIDs.inherited`.
  var test: SymbolTable.ID
  /// Where the reports begin; as often as reports begin there.
  var reports: [Int]
}
