/// The last test announced in the log when a report was printed. With parallel tests it need not be the one
/// that raced.
public struct PrintedDuring: Hashable, Sendable {
  /// The package, if the log says so (`go test -json`).
  public var package: String?
  /// The test.
  public var test: String?

  /// A package, a test, or both.
  public init(package: String?, test: String?) {
    self.package = package
    self.test = test
  }
}
