/// The results of a reader since its last batch.
public struct IndexBatch: Sendable {
  /// Its log.
  package var log: Int32
  /// How far the log has been read.
  package var loaded: LoadedLog
  /// Reports that have ended.
  package var reports: [ReportEntry]
  /// The tests that were blamed for these reports or earlier ones.
  var claims: [TestClaim] = []
  /// New names and sites.
  var found: FoundNames
  /// The test announced earlier, for reports that inherit one.
  var inheritedTest: String?
  /// The job announced earlier, for reports that inherit one.
  var inheritedJob: String?
  /// Whether the log had been read to its end and has grown: the reports that its end had cut off are taken
  /// back, and come again with this batch or a later one.
  var readsOn = false
}
