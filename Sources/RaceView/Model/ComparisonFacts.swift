package import RaceModel

/// What is new beside an older run, or a list of known races; worked out when races are found.
package struct ComparisonFacts: Sendable {
  /// The older races; nil where these are compared with nothing.
  package let known: [RecordedRace]?
  /// What is new; nil where these are compared with nothing.
  package private(set) var result: RaceComparison?
  private var raceCount: Int?

  /// Races to compare with.
  package init(_ known: [RecordedRace]? = nil) { self.known = known }

  /// Compares the races of an index, when there are others than the last time.
  mutating func update(_ index: LogIndex, isWhole: Bool) {
    guard let known, raceCount != index.races.count || isWhole else { return }
    raceCount = index.races.count
    result = RaceComparison(known, index.races.map { RecordedRace($0) }, isWhole: isWhole)
  }
}
