internal import RaceModel
internal import RaceWork

/// The families of races, computed on demand and kept until the races change.
package struct FamilyFacts: Sendable {
  private var families: [Int] = []
  /// What they were computed from: in the same logs races are only added, and a race with an unknown side
  /// gets it with one more report.
  private var generation: Generation?
  private var reportCount = 0

  /// The family of each race.
  mutating func families(of index: LogIndex, _ generation: Generation) -> [Int] {
    let counts = (families.count, reportCount)
    if counts != (index.races.count, index.reports.count) || self.generation != generation {
      families = Families.families(of: index)
      (self.generation, reportCount) = (generation, index.reports.count)
    }
    return families
  }
}
