/// The results of a reader since its last batch.
public struct IndexBatch: Sendable {
  /// Its log.
  package var log: Int32
  /// Its reader: each has its own numbers for names and sites.
  var reader: Int32 = 0
  /// How far the log has been read.
  package var state: LoadedLog
  /// Reports that have ended.
  package var reports: [ReportEntry]
  /// The tests that were blamed for these reports or earlier ones.
  var claims: [TestClaim] = []
  /// New sites, by the reader's numbers for their names.
  var sites: [SiteTable.Entry]
  /// New names: of functions, files, packages, tests.
  var names: [String]
  /// The test announced earlier, for reports that inherit one.
  var inheritedTest: String?
  /// Whether the numbers of names and sites restart with this batch.
  var startsTable: Bool
  /// Whether the log had been read to its end and has grown: the reports that its end had cut off are taken
  /// back, and come again with this batch or a later one.
  var readsOn = false
}
