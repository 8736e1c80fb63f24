package import RaceModel

/// Which report is asked for, and where it is in its log.
package struct ReportRequest: Equatable, Sendable {
  /// What the index has of it.
  package var entry: ReportEntry
  /// The test in which it was printed.
  package var during: PrintedDuring?

  /// A request for a report of an index.
  package init(_ entry: ReportEntry, during: PrintedDuring?) {
    self.entry = entry
    self.during = during
  }
}
