package import RaceModel

/// What the races of the screens are compared with.
package struct OlderRaces: Sendable {
  /// The races.
  package let races: [RecordedRace]
  /// Its name.
  package let title: String
  /// Whether it is a list of races without their reports.
  package let isList: Bool
  /// Doubts about what is new, one per line.
  package let doubts: [String]

  /// Races of an older run, or of a list.
  package init(_ races: [RecordedRace], title: String, isList: Bool, doubts: [String] = []) {
    (self.races, self.title, self.isList, self.doubts) = (races, title, isList, doubts)
  }
}
