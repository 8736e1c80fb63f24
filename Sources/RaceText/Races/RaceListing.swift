internal import RaceModel

/// Puts the races of an index into the rows of a list.
package struct RaceListing {
  /// The order of the rows.
  package var order: RaceOrder
  /// Which reports share a row.
  package var split: RaceSplit
  /// What distinguishes the stacks of reports, in the order of the index. Races are split by stacks once it
  /// is complete.
  package var stacks: [UInt64]

  /// A listing, by default of whole races, most reports first.
  package init(order: RaceOrder = RaceOrder(), split: RaceSplit = .races, stacks: [UInt64] = []) {
    self.order = order
    self.split = split
    self.stacks = stacks
  }

  /// The rows in their order.
  ///
  /// - Parameters:
  ///   - facts: the index, and what is known about its races.
  ///   - isListed: whether to list a race, by its position in the index.
  package func rows(_ facts: RaceFacts, races isListed: (Int) -> Bool = { _ in true }) -> [RaceRow] {
    let index = facts.index
    let rows = rows(of: index.races.indices.filter(isListed), index)
    if order == RaceOrder(.firstSeen) { return rows }
    let direction = order.isDescending ? -1 : 1
    let keys = RaceRanks(facts).ranks(rows, by: order.sort).map { $0.map { $0 * direction } ?? .max }
    return Self.positions(by: keys).map { rows[$0] }
  }

  /// The positions of keys in their order, equal ones by position. Both are sorted as one number, which takes a third of
  /// the time.
  private static func positions(by keys: [Int]) -> [Int] {
    let numbers = keys.enumerated().map { position, key in
      UInt64(UInt32(bitPattern: Int32(clamping: key)) ^ 1 << 31) << 32 | UInt64(position)
    }
    return numbers.sorted().map { Int($0 & 0xFFFF_FFFF) }
  }

  private func rows(of races: [Int], _ index: LogIndex) -> [RaceRow] {
    let groups: ReportGroups
    switch split {
    case .lines: groups = ReportGroups(index, by: .lines)
    case .stacks where stacks.count == index.reports.count: groups = ReportGroups(index, by: .stacks(stacks))
    case .races, .stacks: return races.map { RaceRow(race: $0) }
    }
    return races.flatMap { race in
      groups.groups(of: index.races[race]).map { RaceRow(race: race, group: $0) }
    }
  }
}
