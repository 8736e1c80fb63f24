package import RaceModel

/// What was read from logs, to decide whether the run could have shown all of its races.
package struct DoubtRequest: Sendable {
  /// What was read.
  package let index: LogIndex

  /// A request about an index.
  package init(_ index: LogIndex) { self.index = index }
}

extension DoubtRequest: Equatable {
  /// Indexes of the same logs are compared by how much was read.
  package static func == (left: DoubtRequest, right: DoubtRequest) -> Bool {
    left.index.logs.map(\.bytes) == right.index.logs.map(\.bytes)
  }
}
