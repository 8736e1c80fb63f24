package import RaceModel

extension Workspace {
  /// The effects of suppressions.
  ///
  /// - Parameter index: what was read from the logs, to their ends.
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

  /// The suppressions for a race, from its first complete report.
  package func suppressions(of request: SuppressionRequest) -> SuppressionAdvice {
    let (index, race) = (request.index, request.index.races[request.race])
    let entries = race.reports.map { index.reports[Int($0)] }
    let entry = entries.first { $0.isComplete } ?? entries.first
    let detail = entry.flatMap { $0.read(from: logs.files[Int($0.log)], during: nil) }
    let candidates = detail.map { Suppression.candidates($0, name: "race-\(race.key)") } ?? []
    return SuppressionAdvice(request.race, effects(of: candidates, index), index)
  }
}
