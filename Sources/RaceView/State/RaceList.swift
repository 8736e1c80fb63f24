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

  /// The order.
  public var sort = Sort.count
  /// Text that races must hold; with `!` before it, must not.
  public var filter = ""
  /// Some of the races, which alone are shown.
  public struct Scope: Hashable, Sendable {
    /// What they have in common.
    public var words: String
    /// Their positions in the index.
    public var races: Set<Int>
  }

  /// The races that alone are shown; nil for all.
  public var scope: Scope?
  /// Positions of the races that are shown.
  public private(set) var order: [Int] = []
  /// The selected row, a position in `order`.
  public var cursor = 0
  /// The first row on the screen.
  public var top = 0
  /// Whether the user has chosen a race; before that the first row is the selected one.
  public var isChosen = false

  /// An empty list.
  public init() {}

  /// The selected race.
  public var selected: Int? { order.indices.contains(cursor) ? order[cursor] : nil }

  /// Works out anew which races are shown; the selected race stays selected.
  ///
  /// - Parameter names: how functions are called, for the filter.
  public mutating func arrange(_ index: LogIndex, _ names: ShownNames = ShownNames()) {
    let chosen = isChosen ? selected : nil
    let isShown = test(index, names)
    let scope = scope
    order = index.races.indices.filter { scope?.races.contains($0) != false && isShown($0) }
    switch sort {
    case .count:
      order.sort { (-index.races[$0].reports.count, $0) < (-index.races[$1].reports.count, $1) }
    case .firstSeen: break
    case .site:
      let names = index.races.map { $0.sites.first??.function.map(Names.short) ?? "~" }
      order.sort { (names[$0], $0) < (names[$1], $1) }
    }
    cursor = chosen.flatMap { order.firstIndex(of: $0) } ?? min(cursor, max(0, order.count - 1))
  }

  /// Takes over new positions of the races; those that are gone leave the list.
  mutating func renumber(_ position: (Int) -> Int?) {
    let chosen = selected.flatMap(position)
    order = order.compactMap(position)
    if let row = chosen.flatMap({ order.firstIndex(of: $0) }) { cursor = row }
    if let races = scope?.races { scope?.races = Set(races.compactMap(position)) }
  }

  private func test(_ index: LogIndex, _ names: ShownNames) -> (Int) -> Bool {
    let isInverse = filter.hasPrefix("!")
    guard let pattern = SearchPattern(String(filter.dropFirst(isInverse ? 1 : 0))) else {
      return { _ in true }
    }
    return { race in RaceText.lines(index, race, names).contains(where: pattern.matches) != isInverse }
  }
}

/// The text of a race in the list, for searching.
public enum RaceText {
  /// Both sites, whole, with their lines and operations; and the test. A site whose function is shown
  /// by another name than the printed one is there by both.
  public static func lines(
    _ index: LogIndex, _ race: Int, _ names: ShownNames = ShownNames()
  ) -> [String] {
    guard let first = index.races[race].reports.first else { return [] }
    let entry = index.reports[Int(first)]
    let during = index.printedDuring(entry)
    let absence = MissingSide(index.races[race]).words
    let sides = [entry.first, entry.second].flatMap { (side: ReportEntry.Side?) -> [String] in
      if side == nil, !entry.kind.hasTwoSides { return [] }
      guard let side, let site = index[side.site] else { return ["? \(absence)"] }
      let place = Names.place(file: site.file, line: site.line)
      return names.searchable(site.function ?? "?").map { "\(side.letter) \($0) \(place)" }
    }
    return sides + [entry.kind.words, during?.test, during?.package].compactMap(\.self)
  }
}
