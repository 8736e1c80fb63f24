package import RaceModel

/// A requested report, and its place in its log.
package struct ReportRequest: Equatable, Sendable {
  /// Its index entry.
  package var entry: ReportEntry
  /// The test during which it was printed.
  package var during: PrintedDuring?

  /// A request for a report of an index.
  package init(_ entry: ReportEntry, during: PrintedDuring?) {
    self.entry = entry
    self.during = during
  }
}
