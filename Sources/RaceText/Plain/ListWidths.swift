/// How many columns the widest texts of a printed list take.
struct ListWidths {
  private(set) var number = 0
  private(set) var count = 0
  private(set) var runs = 0
  private(set) var letters = 0
  /// The functions of sites that are in the log.
  private(set) var name = 0
  /// The texts in place of missing sites.
  private(set) var missing = 0
  private(set) var place = 0
  private(set) var test = 0
  private(set) var state = 0

  init() {}

  /// Takes a race into account.
  mutating func add(_ race: PrintedRace) {
    number = max(number, Fitting.columns(race.number))
    count = max(count, Fitting.columns(race.count))
    runs = max(runs, Fitting.columns(race.runs))
    test = max(test, Fitting.columns(race.test))
    state = max(state, Fitting.columns(race.state))
    for side in race.sides {
      letters = max(letters, Fitting.columns(side.letters))
      guard side.isKnown else {
        missing = max(missing, Fitting.columns(side.name))
        continue
      }
      name = max(name, Fitting.columns(side.name))
      place = max(place, Fitting.columns(side.place))
    }
  }
}
