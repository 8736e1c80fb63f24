package import RaceModel
package import RaceText

/// The list of races: which are shown, in what order, which one is selected. All screens go through it.
package struct RaceList: Sendable {
  /// A subset of the races to show.
  package struct Scope: Hashable, Sendable {
    /// What they have in common.
    package var words: String
    /// The races.
    package var races: Set<RaceKey>
    /// Whether they belong to a site, so that the way back leads to the sites.
    package var isOfSite = false
  }

  /// A line of the list.
  package enum Line: Hashable, Sendable {
    /// The heading of a group, by its number.
    case heading(Int)
    /// A row, by its number.
    case row(Int)
  }

  /// What the user has chosen.
  private enum Choice {
    case row(RaceRow.ID)
    case group(RaceGroup.ID)
  }

  /// The order.
  package var order = RaceOrder()
  /// What the rows are grouped by; nil if ungrouped.
  package var grouping: RaceGrouping?
  /// Which reports of a race share a row.
  package var split = RaceSplit.races
  /// The query that shown races match.
  package var query = Query()
  /// The races to show; nil for all.
  package var scope: Scope?
  /// The rows before the query.
  private var ordered = OrderedRows()
  /// The races that match, and what they have in common.
  package private(set) var listed = ListedRows()
  /// What is shown: headings, and the rows of groups that are not folded.
  package private(set) var lines: [Line] = []
  /// The folded groups, also those not listed at present.
  private var folded: Set<RaceGroup.ID> = []
  /// The selected line, and the visible part of the list.
  package var cursor = ListCursor()
  /// The user's choice, kept while a query hides it. Nil before a choice: the first line is selected.
  private var chosen: Choice?
  /// How often the rows were computed: two lists with the same number have the same rows.
  private(set) var arrangements = 0

  /// An empty list.
  package init() {}

  /// The races, in order, also those of folded groups.
  package var rows: [RaceRow] { listed.rows }

  /// Their groups, one after the other; none if ungrouped.
  package var groups: [RaceGroup] { listed.groups }

  /// The name of a row.
  package var rowNoun: String { split == .races ? "race" : "variant" }

  /// The selected race; nil on a heading, and in an empty list.
  package var selected: RaceRow? { selectedRow.map { rows[$0] } }

  /// The number of the selected row, 0-based; nil on a heading, and in an empty list.
  package var selectedRow: Int? { if case .row(let row)? = line { row } else { nil } }

  /// The group whose heading is selected.
  package var selectedGroup: RaceGroup? { if case .heading(let group)? = line { groups[group] } else { nil } }

  private var line: Line? { lines.indices.contains(cursor.row) ? lines[cursor.row] : nil }

  /// Whether the user has chosen a line.
  package var isChosen: Bool { chosen != nil }

  /// Selects a row and unfolds its group, as the user's choice from now on.
  package mutating func select(_ row: Int, _ index: LogIndex) {
    guard rows.indices.contains(row) else { return }
    if let group = group(of: row), folded.remove(groups[group].id) != nil { arrangeLines() }
    chosen = .row(rows[row].id(index))
    cursor.row = position(of: .row(row)) ?? 0
  }

  /// Selects a race once it is read.
  mutating func want(_ race: RaceKey) { chosen = .row(RaceRow.ID(race: race)) }

  /// Selects a line, as the user's choice from now on.
  package mutating func select(line: Int, _ index: LogIndex) {
    guard lines.indices.contains(line) else { return }
    cursor.row = line
    switch lines[line] {
    case .row(let row): chosen = .row(rows[row].id(index))
    case .heading(let group): chosen = .group(groups[group].id)
    }
  }

  /// Clears the user's choice: the first line is selected.
  mutating func forgetSelected() {
    chosen = nil
    cursor = ListCursor()
  }

  /// Makes the selected line the user's choice, if there is one.
  package mutating func keepSelected(_ index: LogIndex) { select(line: cursor.row, index) }

  /// Whether the order or the query of the list needs explanations.
  var needsExplanations: Bool {
    query.needsExplanations || order.sort.needsExplanations || grouping?.needsExplanations == true
  }

  /// The number of a row, 0-based; nil if it is not shown.
  package func position(of row: RaceRow.ID, _ index: LogIndex) -> Int? {
    guard let race = index.position(of: row.race) else { return nil }
    return rows.firstIndex { $0.race == race && $0.id(index) == row }
  }

  /// Recomputes which races are shown; the chosen row stays selected.
  package mutating func arrange(_ model: inout Model) {
    arrangements += 1
    let index = model.index
    var facts = RaceFacts(
      index, explanations: model.explanations.found, names: model.names, triage: model.triage.entries)
    facts.comparison = model.comparison.result
    if grouping == .family { facts.families = model.families.families(of: index, model.generation) }
    if grouping == .owner { facts.owners = model.owners.byRace }
    var rows = ordered.rows(of: self, model, facts)
    if query.isOn {
      let answer = QueryAnswer(query, facts, &model.words.index)
      rows.removeAll { !answer.isShown[$0.race] }
    }
    listed = ListedRows(rows, grouping, isSplit: split != .races, facts)
    arrangeLines()
    cursor.row = chosenLine(index) ?? min(cursor.row, max(0, lines.count - 1))
  }

  /// The line that the user has chosen, or the next best: the heading of a folded group, the race of a group of reports.
  private func chosenLine(_ index: LogIndex) -> Int? {
    switch chosen {
    case .group(let id): return groups.firstIndex { $0.id == id }.flatMap { position(of: .heading($0)) }
    case .row(let id):
      guard let row = position(of: id, index) ?? positionOfRace(id.race, index) else { return nil }
      return position(of: .row(row)) ?? group(of: row).flatMap { position(of: .heading($0)) }
    case nil: return nil
    }
  }

  /// Continues the count of a later list that it replaces, so that numbers are unique.
  mutating func countOn(from list: RaceList) { arrangements = list.arrangements }

  private func positionOfRace(_ key: RaceKey, _ index: LogIndex) -> Int? {
    guard let race = index.position(of: key) else { return nil }
    return rows.firstIndex { $0.race == race }
  }

  /// Records that reports belong to other races now, because their log has grown.
  package mutating func rename(_ keys: [RaceKey: RaceKey]) {
    if case .row(let row) = chosen, let key = keys[row.race] { chosen = .row(RaceRow.ID(race: key)) }
    guard let races = scope?.races else { return }
    scope?.races.formUnion(races.compactMap { keys[$0] })
  }

  // MARK: Lines

  /// Recomputes which rows and headings are shown.
  private mutating func arrangeLines() {
    guard !groups.isEmpty else { return lines = rows.indices.map { .row($0) } }
    lines = []
    lines.reserveCapacity(rows.count + groups.count)
    for (number, group) in groups.enumerated() {
      lines.append(.heading(number))
      if !folded.contains(group.id) { for row in group.rows { lines.append(.row(row)) } }
    }
  }

  /// The number of the group of a row; nil if races are not grouped.
  package func group(of row: Int) -> Int? { groups.firstIndex { $0.rows.contains(row) } }

  private func position(of line: Line) -> Int? {
    // Most lists are not grouped.
    if groups.isEmpty, case .row(let row) = line { return lines.indices.contains(row) ? row : nil }
    return lines.firstIndex(of: line)
  }

  /// Whether a group is folded.
  package func isFolded(_ group: RaceGroup) -> Bool { folded.contains(group.id) }

  /// Folds or unfolds the group of the selected line and selects its heading.
  mutating func foldSelected(_ index: LogIndex) {
    let number: Int? =
      switch line {
      case .heading(let group): group
      case .row(let row): group(of: row)
      case nil: nil
      }
    guard let number else { return }
    let id = groups[number].id
    if folded.remove(id) == nil { folded.insert(id) }
    arrangeLines()
    select(line: position(of: .heading(number)) ?? 0, index)
  }

  /// Folds all groups, or unfolds them when all are folded.
  mutating func foldAll(_ index: LogIndex) {
    let ids = Set(groups.map(\.id))
    keepSelected(index)
    if ids.isSubset(of: folded) { folded.subtract(ids) } else { folded.formUnion(ids) }
    arrangeLines()
    cursor.row = chosenLine(index) ?? 0
    keepSelected(index)
  }

  // MARK: Folded or not

  /// All lines, including folded ones.
  var unfolded: [Line] {
    if groups.isEmpty { return lines }
    return groups.enumerated().flatMap { [.heading($0)] + $1.rows.map { .row($0) } }
  }

  /// The selected line among those.
  var unfoldedCursor: Int {
    guard !groups.isEmpty else { return cursor.row }
    // Each heading before a row is a line too.
    switch line {
    case .heading(let group): return groups[group].rows.lowerBound + group
    case .row(let row): return row + (group(of: row) ?? 0) + 1
    case nil: return 0
    }
  }

  /// Selects a line, unfolding its group.
  mutating func reveal(_ line: Line, _ index: LogIndex) {
    switch line {
    case .row(let row): select(row, index)
    case .heading: if let place = position(of: line) { select(line: place, index) }
    }
  }

  // MARK: Steps from race to race

  /// The row a number of races after or before the selected line, at most the last or first one. Nil if there
  /// is none in that direction.
  func row(after steps: Int) -> Int? {
    let next: Int
    switch line {
    case .row(let row): next = row + steps.signum()
    case .heading(let group): next = groups[group].rows.lowerBound - (steps > 0 ? 0 : 1)
    case nil: return nil
    }
    guard rows.indices.contains(next) else { return nil }
    return max(0, min(next + steps - steps.signum(), rows.count - 1))
  }
}
