package import RaceModel
package import RaceText

/// The list of races: which are shown, in what order, which one is selected. All screens go through it.
package struct RaceList: Sendable {
  /// Some of the races, which alone are shown.
  package struct Scope: Hashable, Sendable {
    /// What they have in common.
    package var words: String
    /// The races.
    package var races: Set<RaceKey>
    /// Whether they are those of a site, so that the way back leads to the sites.
    package var isOfSite = false
  }

  /// The order.
  package var sort = RaceSort.count
  /// Which reports of a race share a row.
  package var split = RaceSplit.races
  /// What races must hold to be shown.
  package var query = Query()
  /// The races that alone are shown; nil for all.
  package var scope: Scope?
  /// What is shown.
  package private(set) var rows: [RaceRow] = []
  /// The selected row, and what of the list is in view.
  package var cursor = ListCursor()
  /// What the user has chosen: it stays chosen while a query hides it. Nil before that: the first row is selected.
  private var chosen: RaceRow.ID?
  /// The most reports that a row has.
  package private(set) var mostReports = 0
  /// How often the rows were worked out: two lists with the same number have the same rows.
  private(set) var arrangements = 0
  /// How many races are shown: fewer than rows when races are split.
  package private(set) var raceCount = 0

  /// An empty list.
  package init() {}

  /// The selected row; nil in an empty list.
  package var selected: RaceRow? { rows.indices.contains(cursor.row) ? rows[cursor.row] : nil }

  /// Whether the user has chosen a row.
  package var isChosen: Bool { chosen != nil }

  /// Selects a row: the user wants that one from now on.
  package mutating func select(_ row: Int, _ index: LogIndex) {
    guard rows.indices.contains(row) else { return }
    cursor.row = row
    chosen = rows[row].id(index)
  }

  /// Selects a race when it is read.
  mutating func want(_ race: RaceKey) { chosen = RaceRow.ID(race: race) }

  /// The selected row is the one that the user wants, if there is any.
  package mutating func keepSelected(_ index: LogIndex) { select(cursor.row, index) }

  /// The number of a row, 0-based; nil when it is not shown.
  package func position(of row: RaceRow.ID, _ index: LogIndex) -> Int? {
    guard let race = index.position(of: row.race) else { return nil }
    return rows.firstIndex { $0.race == race && $0.id(index) == row }
  }

  /// Works out anew which races are shown; the chosen row stays selected.
  package mutating func arrange(_ model: inout Model) {
    arrangements += 1
    let index = model.index
    let listing = RaceListing(sort: sort, split: split, stacks: model.hasAllStacks ? model.stacks.hashes : [])
    let scope = scope
    rows = listing.rows(
      index, races: { scope?.races.contains(index.races[$0].key) != false }, where: test(&model))
    raceCount = split == .races ? rows.count : Set(rows.lazy.map(\.race)).count
    mostReports = rows.lazy.map { $0.count(index) }.max() ?? 0
    let found = chosen.flatMap { position(of: $0, index) ?? positionOfRace($0.race, index) }
    cursor.row = found ?? min(cursor.row, max(0, rows.count - 1))
  }

  private func positionOfRace(_ key: RaceKey, _ index: LogIndex) -> Int? {
    guard let race = index.position(of: key) else { return nil }
    return rows.firstIndex { $0.race == race }
  }

  /// Takes note that reports belong to other races now, because their log goes on.
  package mutating func rename(_ keys: [RaceKey: RaceKey]) {
    if let chosen, let key = keys[chosen.race] { self.chosen = RaceRow.ID(race: key) }
    guard let races = scope?.races else { return }
    scope?.races.formUnion(races.compactMap { keys[$0] })
  }

  private func test(_ model: inout Model) -> (RaceRow) -> Bool {
    guard query.isOn else { return { _ in true } }
    let facts = RaceFacts(
      model.index, explanations: model.explanations.byRace, names: model.names, seen: model.marks)
    let answer = QueryAnswer(query, facts, &model.words.index)
    return { answer.isShown[$0.race] }
  }
}
