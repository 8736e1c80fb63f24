package import RaceModel

/// What was read of logs that it is asked of whether the run could have shown all of its races.
package struct DoubtRequest: Sendable {
  /// What was read.
  package let index: LogIndex

  /// A request about an index.
  package init(_ index: LogIndex) { self.index = index }
}

extension DoubtRequest: Equatable {
  /// Indexes of the same logs are told apart by how much of them was read.
  package static func == (left: DoubtRequest, right: DoubtRequest) -> Bool {
    left.index.logs.map(\.bytes) == right.index.logs.map(\.bytes)
  }
}
