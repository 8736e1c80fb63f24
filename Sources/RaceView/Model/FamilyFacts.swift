internal import RaceModel
internal import RaceWork

/// The families of races, worked out when they are asked for and kept until there are other races.
package struct FamilyFacts: Sendable {
  private var families: [Int] = []
  /// The logs that they are of: while they are the same, races are only added.
  private var generation: Generation?

  /// The family of each race.
  mutating func families(of index: LogIndex, _ generation: Generation) -> [Int] {
    if families.count != index.races.count || self.generation != generation {
      families = Families.families(of: index.races)
      self.generation = generation
    }
    return families
  }
}
