package import RaceModel

/// The text of a race in the list, for searching.
package enum RaceText {
  /// Both sites in full, with their lines and operations; the test; what the race is on and its cause, and
  /// what is wrong with its reports. A site whose function is shown under another name has both names.
  package static func lines(
    _ index: LogIndex, _ row: RaceRow, _ names: ShownNames = ShownNames(),
    _ explanations: ExplainedRaces = ExplainedRaces()
  ) -> [String] {
    guard let entry = row.first(index) else { return [] }
    let during = index.printedDuring(entry)
    let absence = MissingSide(index.races[row.race]).words
    let sides = [entry.first, entry.second].flatMap { (side: ReportEntry.Side?) -> [String] in
      if side == nil, !entry.kind.hasTwoSides { return [] }
      guard let side, let site = index[side.site] else { return ["? \(absence)"] }
      let place = FrameWords.place(site, .unicode)
      return names.searchable(site.function ?? "?").map { "\(side.letter) \($0) \(place)" }
    }
    let race = index.races[row.race]
    let explained = explanations[race.key].map { Findings($0, race, names).row } ?? []
    let words = [entry.kind.words, during?.test, during?.package, RaceWords.damage(race)] + explained
    return sides + words.compactMap(\.self)
  }
}
