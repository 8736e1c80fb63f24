/// The names and sites that a reader has found since it last passed them on.
struct FoundNames: Sendable {
  /// The reader: each has its own numbers for names and sites.
  var reader: Int32
  /// Whether its numbers begin here.
  var isFirst: Bool
  /// Names of functions, files, packages, tests, jobs.
  var names: [String]
  /// Sites, by the reader's numbers for their names.
  var sites: [SiteTable.Entry]
}
