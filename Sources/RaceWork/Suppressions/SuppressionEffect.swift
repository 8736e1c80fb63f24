package import RaceModel
internal import RaceText

/// What a suppression would hide in the logs.
package struct SuppressionEffect: Sendable {
  /// The suppression.
  package let suppression: Suppression
  /// How many reports it would hide.
  package internal(set) var reportCount = 0
  /// The races of those reports, as positions in the index.
  package internal(set) var races: Set<Int> = []

  /// How many families these belong to.
  package func familyCount(_ families: [Int]) -> Int { Set(races.map { families[$0] }).count }
}

extension SuppressionEffect {
  /// `5 reports of 2 races in 1 family`
  package func words(_ families: [Int]) -> String {
    if reportCount == 0 { return "nothing in these logs" }
    let count = familyCount(families)
    let family = races.count > 1 ? " in \(count == 1 ? "1 family" : "\(count) families")" : ""
    return "\(Counting.plural(reportCount, "report")) of \(Counting.plural(races.count, "race"))\(family)"
  }
}
