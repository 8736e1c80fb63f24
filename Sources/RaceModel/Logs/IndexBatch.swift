/// What a reader has found since its last batch.
public struct IndexBatch: Sendable {
  /// Which log it is about.
  public var log: Int32
  /// Which of its readers this comes from: each has numbers of its own for names and sites.
  var reader: Int32 = 0
  /// How far the log has been read.
  public var state: LoadedLog
  /// Reports that have ended.
  public var reports: [ReportEntry]
  /// The tests that were blamed for these reports or earlier ones.
  var claims: [TestClaim] = []
  /// Sites that were not met before.
  var sites: [Site]
  /// Names of packages and tests that were not met before, and others.
  var names: [String]
  /// The test that was announced before, of reports that inherit one.
  var inheritedTest: String?
  /// Whether numbers of names and sites begin anew with this batch.
  var startsTable: Bool
  /// Whether the log had been read to its end and has grown: the reports that its end had cut off are taken
  /// back, and come again with this batch or a later one.
  var readsOn = false
}
