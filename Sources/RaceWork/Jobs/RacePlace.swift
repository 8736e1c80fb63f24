package import RaceModel
package import RaceText

/// A race with the line of one of its accesses.
package struct RacePlace: Hashable, Sendable {
  /// The race.
  package let race: RaceKey
  /// The line.
  package let place: CodePlace

  /// A line of a race.
  package init(_ race: RaceKey, _ place: CodePlace) { (self.race, self.place) = (race, place) }
}
