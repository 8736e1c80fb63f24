/// Splits the reports of races into groups that were printed alike.
package struct ReportGroups {
  /// What the reports of a group have in common.
  package enum Criterion: Sendable {
    /// The operations and exact lines of both sides.
    case lines
    /// Operations and whole stacks, by hashes in the order of the index's reports.
    case stacks([UInt64])
  }

  private let index: LogIndex
  private let criterion: Criterion

  /// Groups of the reports of an index.
  package init(_ index: LogIndex, by criterion: Criterion) {
    self.index = index
    self.criterion = criterion
  }

  /// The reports of a race by groups, each in order, the groups by first sight.
  package func groups(of race: Race) -> [[Int32]] {
    var groups: [[Int32]] = []
    var known: [Key: Int] = [:]
    for position in race.reports {
      let key = key(of: position)
      if let group = known[key] {
        groups[group].append(position)
      } else {
        known[key] = groups.count
        groups.append([position])
      }
    }
    return groups
  }

  /// The common facts of a group's reports.
  private enum Key: Hashable {
    case stacks(UInt64)
    case lines(Side, Side, others: [Int])
  }

  private struct Side: Hashable {
    var operation: Operation?
    /// -1 if it is not in the log.
    var site: Int

    func precedes(_ other: Side) -> Bool {
      (site, operation?.rawValue ?? "") < (other.site, other.operation?.rawValue ?? "")
    }
  }

  private func key(of position: Int32) -> Key {
    if case .stacks(let hashes) = criterion { return .stacks(hashes[Int(position)]) }
    let entry = index.reports[Int(position)]
    let (first, second) = (side(entry.first), side(entry.second))
    let others = entry.moreSites.map { Int($0.index) }
    // It does not matter which side was caught.
    let isSwapped = entry.kind.hasTwoSides && second.precedes(first)
    return isSwapped ? .lines(second, first, others: others) : .lines(first, second, others: others)
  }

  private func side(_ side: ReportEntry.Side?) -> Side {
    Side(operation: side?.operation, site: Int(side?.site.index ?? -1))
  }
}
