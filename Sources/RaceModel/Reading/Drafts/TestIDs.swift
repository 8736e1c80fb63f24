/// The package, the test and the job during which something was printed: numbers of names.
struct TestIDs {
  /// A test or a job that a part of the log before this one may have announced.
  static let inherited: SymbolTable.ID = -2
  /// None is known.
  static let none = TestIDs(package: -1, test: -1)

  /// The package; negative when it is not known.
  var package: SymbolTable.ID
  /// The test; negative when it is not known.
  var test: SymbolTable.ID
  /// The job, shard or step; negative when it is not known.
  var job: SymbolTable.ID = -1
}
