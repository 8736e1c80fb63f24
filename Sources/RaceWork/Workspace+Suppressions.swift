package import RaceModel

/// What a suppression would hide of the logs that were read.
package struct SuppressionEffect: Sendable {
  /// The suppression.
  package let suppression: Suppression
  /// How many reports it would hide.
  package fileprivate(set) var reportCount = 0
  /// The races that those are of, as positions in the index.
  package fileprivate(set) var races: Set<Int> = []

  /// How many families those are of.
  package func familyCount(_ families: [Int]) -> Int { Set(races.map { families[$0] }).count }
}

extension Workspace {
  /// What suppressions would hide.
  ///
  /// - Parameter index: what was read of the logs, to their ends.
  package func effects(of suppressions: [Suppression], _ index: LogIndex) -> [SuppressionEffect] {
    var effects = suppressions.map { SuppressionEffect(suppression: $0) }
    let files = logs.files
    for position in index.reportsInOrder {
      let entry = index.reports[position]
      guard let detail = entry.read(from: files[Int(entry.log)], during: nil) else { continue }
      for number in effects.indices where effects[number].suppression.hides(detail) {
        effects[number].reportCount += 1
        effects[number].races.insert(Int(entry.race))
      }
    }
    return effects
  }
}
