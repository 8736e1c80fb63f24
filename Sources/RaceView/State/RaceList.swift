public import RaceModel

/// The list of races: which are shown, in what order, which one is selected.
public struct RaceList: Sendable {
  /// The orders.
  public enum Sort: String, Sendable, CaseIterable {
    /// Most reports first, then first seen.
    case count
    /// First seen first.
    case firstSeen
    /// By the function of the first site.
    case site

    /// What the footer calls it.
    public var words: String {
      switch self {
      case .count: "by count"
      case .firstSeen: "by first seen"
      case .site: "by site"
      }
    }
  }

  /// Which reports of a race share a row.
  public enum Split: String, Sendable, CaseIterable {
    /// All of them.
    case races
    /// Those with the same operations and exact lines.
    case lines
    /// Those with the same stacks.
    case stacks

    /// What the header adds.
    var words: String? {
      switch self {
      case .races: nil
      case .lines: "split by verb and line"
      case .stacks: "split by whole stacks"
      }
    }
  }

  /// The order.
  public var sort = Sort.count
  /// Which reports of a race share a row.
  public var split = Split.races
  /// Text that races must hold; with `!` before it, must not.
  public var filter = ""
  /// Some of the races, which alone are shown.
  public struct Scope: Hashable, Sendable {
    /// What they have in common.
    public var words: String
    /// Their positions in the index.
    public var races: Set<Int>
    /// Whether they are those of a site, so that the way back leads to the sites.
    var isOfSite = false
  }

  /// The races that alone are shown; nil for all.
  public var scope: Scope?
  /// What is shown.
  public private(set) var rows: [RaceRow] = []
  /// Positions of the races of the rows.
  public private(set) var order: [Int] = []
  /// The selected row, a position in `order`.
  public var cursor = 0
  /// The first row on the screen.
  public var top = 0
  /// Whether the user has chosen a race; before that the first row is the selected one.
  public var isChosen = false
  /// The row that was selected before a filter was typed, which may hide it for a while.
  private var held: RaceRow?

  /// An empty list.
  public init() {}

  /// The selected race.
  public var selected: Int? { order.indices.contains(cursor) ? order[cursor] : nil }

  /// The selected row.
  var selectedRow: RaceRow? { rows.indices.contains(cursor) ? rows[cursor] : nil }

  /// Remembers the selected row while a filter is typed.
  mutating func hold() { held = held ?? selectedRow }

  /// The selected row is from now on the one the user wants.
  mutating func letGo() { held = nil }

  /// Works out anew which races are shown; the selected row stays selected.
  ///
  /// - Parameters:
  ///   - names: how functions are called, for the filter.
  ///   - explanations: what the rows say of races, for the filter.
  ///   - stacks: what tells the stacks of reports apart, in the order of the index; races are split by
  ///     stacks when it has all of them.
  public mutating func arrange(
    _ index: LogIndex, _ names: ShownNames = ShownNames(), stacks: [UInt64] = [],
    explanations: [RaceKey: RaceExplanation] = [:]
  ) {
    let chosen = isChosen ? held ?? selectedRow : nil
    let isShown = test(index, names, explanations)
    let scope = scope
    let races = index.races.indices.filter { scope?.races.contains($0) != false }
    rows = rows(of: races, index, stacks).filter(isShown)
    // Stable for what is equal: the order of the races, then of their groups.
    let order = rows.indices
    switch sort {
    case .count: sortRows(by: order.map { -rows[$0].count(index) })
    case .firstSeen: break
    case .site:
      sortRows(by: order.map { index.races[rows[$0].race].sites.first??.function.map(Names.short) ?? "~" })
    }
    self.order = rows.map(\.race)
    let found = chosen.flatMap { chosen in
      rows.firstIndex { $0.isSame(as: chosen) } ?? rows.firstIndex { $0.race == chosen.race }
    }
    cursor = found ?? min(cursor, max(0, rows.count - 1))
  }

  /// Takes over new positions of the races, whole; those that are gone leave the list.
  mutating func renumber(_ position: (Int) -> Int?) {
    let chosen = selected.flatMap(position)
    held = nil
    rows = order.compactMap(position).map { RaceRow(race: $0) }
    order = rows.map(\.race)
    if let row = chosen.flatMap({ order.firstIndex(of: $0) }) { cursor = row }
    if let races = scope?.races { scope?.races = Set(races.compactMap(position)) }
  }

  private mutating func sortRows<Key: Comparable>(by keys: [Key]) {
    let order = rows.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    rows = order.map { rows[$0] }
  }

  private func rows(of races: [Int], _ index: LogIndex, _ stacks: [UInt64]) -> [RaceRow] {
    var groups: ReportGroups
    switch split {
    case .lines: groups = ReportGroups(index, by: .lines)
    case .stacks where stacks.count == index.reports.count: groups = ReportGroups(index, by: .stacks(stacks))
    case .races, .stacks: return races.map { RaceRow(race: $0) }
    }
    return races.flatMap { race in groups.groups(of: index.races[race]).map { RaceRow(race: race, group: $0) }
    }
  }

  private func test(
    _ index: LogIndex, _ names: ShownNames, _ explanations: [RaceKey: RaceExplanation]
  ) -> (RaceRow) -> Bool {
    let isInverse = filter.hasPrefix("!")
    guard let pattern = SearchPattern(String(filter.dropFirst(isInverse ? 1 : 0))) else {
      return { _ in true }
    }
    return { row in
      RaceText.lines(index, row, names, explanations).contains(where: pattern.matches) != isInverse
    }
  }
}

/// A row of the list: a race, or those of its reports that were printed alike.
public struct RaceRow: Sendable {
  /// The race, a position in the index.
  public var race: Int
  /// Positions of its reports in the index; nil for all reports of the race.
  public var group: [Int32]?

  /// The reports of the row.
  func reports(_ index: LogIndex) -> [Int32] { group ?? index.races[race].reports }

  /// How many reports it has.
  func count(_ index: LogIndex) -> Int { group?.count ?? index.races[race].reports.count }

  /// Its first report.
  func first(_ index: LogIndex) -> ReportEntry? {
    (group ?? index.races[race].reports).first.map { index.reports[Int($0)] }
  }

  /// In how many runs it occurs.
  func runCount(_ index: LogIndex) -> Int {
    guard let group else { return index.races[race].runCount }
    return max(1, Set(group.lazy.map { index.reports[Int($0)].run }.filter { $0 >= 0 }).count)
  }

  /// Whether two rows stand for the same: more of its reports may have been read since.
  func isSame(as other: RaceRow) -> Bool { race == other.race && group?.first == other.group?.first }
}

/// The text of a race in the list, for searching.
public enum RaceText {
  /// Both sites, whole, with their lines and operations; the test; what the race is on and comes from, and what is
  /// wrong with its reports. A site whose function is shown by another name than the printed one is there by both.
  public static func lines(
    _ index: LogIndex, _ row: RaceRow, _ names: ShownNames = ShownNames(),
    _ explanations: [RaceKey: RaceExplanation] = [:]
  ) -> [String] {
    guard let entry = row.first(index) else { return [] }
    let during = index.printedDuring(entry)
    let absence = MissingSide(index.races[row.race]).words
    let sides = [entry.first, entry.second].flatMap { (side: ReportEntry.Side?) -> [String] in
      if side == nil, !entry.kind.hasTwoSides { return [] }
      guard let side, let site = index[side.site] else { return ["? \(absence)"] }
      let place = Names.place(site, .unicode)
      return names.searchable(site.function ?? "?").map { "\(side.letter) \($0) \(place)" }
    }
    let race = index.races[row.race]
    let explained = explanations[race.key].map { RacesScreen.explanationWords($0, names) } ?? []
    let words = [entry.kind.words, during?.test, during?.package, RacesScreen.damage(race)] + explained
    return sides + words.compactMap(\.self)
  }
}
