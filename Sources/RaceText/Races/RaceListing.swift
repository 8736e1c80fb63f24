package import RaceModel

/// Puts the races of an index into the rows of a list.
package struct RaceListing {
  /// The order of the rows.
  package var sort: RaceSort
  /// Which reports share a row.
  package var split: RaceSplit
  /// What tells the stacks of reports apart, in the order of the index. Races are split by stacks when it has all of
  /// them.
  package var stacks: [UInt64]

  /// A listing of whole races, unless another split is wanted.
  package init(sort: RaceSort = .count, split: RaceSplit = .races, stacks: [UInt64] = []) {
    self.sort = sort
    self.split = split
    self.stacks = stacks
  }

  /// The rows in their order.
  ///
  /// - Parameters:
  ///   - isListed: whether a race takes part, by its position in the index.
  ///   - isShown: whether a row takes part.
  package func rows(
    _ index: LogIndex, races isListed: (Int) -> Bool = { _ in true },
    where isShown: (RaceRow) -> Bool = { _ in true }
  ) -> [RaceRow] {
    let rows = rows(of: index.races.indices.filter(isListed), index).filter(isShown)
    switch sort {
    case .count: return Self.sorted(rows, by: rows.map { -$0.count(index) })
    case .firstSeen: return rows
    case .site:
      return Self.sorted(
        rows, by: rows.map { index.races[$0.race].sites.first??.function.map(Names.short) ?? "~" })
    }
  }

  private func rows(of races: [Int], _ index: LogIndex) -> [RaceRow] {
    var groups: ReportGroups
    switch split {
    case .lines: groups = ReportGroups(index, by: .lines)
    case .stacks where stacks.count == index.reports.count: groups = ReportGroups(index, by: .stacks(stacks))
    case .races, .stacks: return races.map { RaceRow(race: $0) }
    }
    return races.flatMap { race in
      groups.groups(of: index.races[race]).map { RaceRow(race: race, group: $0) }
    }
  }

  /// Stable for what is equal: the order of the races, then of their groups.
  private static func sorted<Order: Comparable>(_ rows: [RaceRow], by keys: [Order]) -> [RaceRow] {
    rows.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { rows[$0] }
  }
}
