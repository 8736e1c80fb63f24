/// What the log announced last when a report was printed: the test, and the job. With parallel tests the test need not
/// be the one that raced.
public struct PrintedDuring: Hashable, Sendable {
  /// The package, if the log says so (`go test -json`).
  public var package: String?
  /// The test.
  public var test: String?
  /// The job, shard or step of the CI system, in the log's own words: `test (ubuntu-latest, 1.22)`, `shard 2 of 5`.
  public var job: String?

  /// A package, a test, a job, or several of them.
  public init(package: String?, test: String?, job: String? = nil) {
    self.package = package
    self.test = test
    self.job = job
  }
}
