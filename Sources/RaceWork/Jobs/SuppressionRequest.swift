package import RaceModel

/// The race to find suppressions for, among those read so far.
package struct SuppressionRequest: Sendable {
  /// What has been read.
  package let index: LogIndex
  /// The race, a position in the index.
  package let race: Int

  /// A request for a race of an index.
  package init(_ race: Int, of index: LogIndex) { (self.race, self.index) = (race, index) }
}

extension SuppressionRequest: Equatable {
  /// Indexes of the same logs are compared by their number of reports.
  package static func == (left: SuppressionRequest, right: SuppressionRequest) -> Bool {
    left.race == right.race && left.index.reports.count == right.index.reports.count
  }
}
