internal import RaceModel
internal import RaceText

/// A visible race in the list.
struct ListedRace: Sendable {
  /// How many reports it has.
  let count: String
  /// In how many runs it occurs.
  let runs: Int
  /// Both sides.
  let sides: [RaceSide]
  /// What it is on, and its likely cause, as far as known.
  let explained: [String?]
  /// The tests in which it was printed, `TestRateFeed +2`, and the package of the first.
  let during: [String?]
  /// Its kind, unless that is a data race, or what is wrong with its reports.
  let state: String?
  /// Its mark; nil for none.
  let triage: TriageState?
  /// Whether it is new, still there, or perhaps known; nil without a comparison.
  let novelty: RaceComparison.Novelty?

  init(_ row: RaceRow, _ context: Context) {
    let index = context.index
    let race = index.races[row.race]
    count = String(row.count(index))
    runs = row.runCount(index)
    sides = RaceSide.sides(index, row)
    explained =
      context.model.explanations[race.key].map { Findings($0, race, context.model.names).row } ?? []
    during = [
      FrameWords.first(of: row.tests(index)),
      row.first(index).flatMap { index.printedDuring($0)?.package },
    ]
    let isBack = context.model.triage.state(race.key) == .fixed
    state = isBack ? "back, was fixed" : RaceWords.state(race, in: index)
    triage = context.model.triage.state(race.key)
    novelty = context.model.comparison.result?.novelties[race.key]
  }
}
