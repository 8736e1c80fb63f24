internal import RaceModel
internal import RaceWork

/// The families of races, worked out when they are asked for and kept until there are other races.
package struct FamilyFacts: Sendable {
  private var families: [Int] = []
  /// What they were worked out from: while the logs are the same, races are only added, and a race whose other side was
  /// not known gets it with one more report.
  private var generation: Generation?
  private var reportCount = 0

  /// The family of each race.
  mutating func families(of index: LogIndex, _ generation: Generation) -> [Int] {
    let counts = (families.count, reportCount)
    if counts != (index.races.count, index.reports.count) || self.generation != generation {
      families = Families.families(of: index.races)
      (self.generation, reportCount) = (generation, index.reports.count)
    }
    return families
  }
}
