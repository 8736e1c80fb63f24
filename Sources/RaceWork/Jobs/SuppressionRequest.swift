package import RaceModel

/// Which race suppressions are looked for, in what has been read.
package struct SuppressionRequest: Sendable {
  /// What has been read.
  package let index: LogIndex
  /// The race, a position in the index.
  package let race: Int

  /// A request for a race of an index.
  package init(_ race: Int, of index: LogIndex) { (self.race, self.index) = (race, index) }
}

extension SuppressionRequest: Equatable {
  /// Indexes of the same logs are told apart by how many reports they have.
  package static func == (left: SuppressionRequest, right: SuppressionRequest) -> Bool {
    left.race == right.race && left.index.reports.count == right.index.reports.count
  }
}
