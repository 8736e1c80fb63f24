internal import RaceModel

/// The rows of a list put into groups: those with most reports first, then those that were seen first.
package struct RaceGroups: Sendable {
  /// The rows in the order of their groups; within a group in the order that they had.
  package let rows: [RaceRow]
  /// The groups, one after the other.
  package let groups: [RaceGroup]
  /// Whether it is not known yet what some of the rows have in common.
  package let hasUnknown: Bool

  /// Puts rows into groups.
  package init(_ rows: [RaceRow], by grouping: RaceGrouping, _ facts: RaceFacts) {
    var shared = GroupFacts(grouping, facts)
    var numbers = GroupNumbers()
    var drafts: [Draft] = []
    let members = rows.map { row in
      let fact = shared.fact(row)
      let number = numbers.number(of: fact, next: drafts.count)
      if number == drafts.count { drafts.append(Draft(fact: fact, first: row.race)) }
      drafts[number].add(row, facts.index)
      return number
    }
    let order = drafts.indices.sorted {
      (drafts[$1].reports, drafts[$0].first) < (drafts[$0].reports, drafts[$1].first)
    }
    var end = 0
    for number in order {
      drafts[number].next = end
      end += drafts[number].rows
    }
    var positions = [Int](repeating: 0, count: rows.count)
    for (row, number) in members.enumerated() {
      positions[drafts[number].next] = row
      drafts[number].next += 1
    }
    let ordered = positions.map { rows[$0] }
    groups = order.map { number in
      let draft = drafts[number]
      let range = draft.next - draft.rows..<draft.next
      let (value, heading) = shared.heading(draft.fact, ordered[range])
      return RaceGroup(
        id: RaceGroup.ID(grouping: grouping, value: value), heading: heading ?? .text(grouping.absence),
        isNamed: heading != nil && value != .unknown, rows: range, races: draft.races,
        reports: draft.reports)
    }
    self.rows = ordered
    hasUnknown = numbers.hasUnknown
  }

  /// A group under construction.
  private struct Draft {
    let fact: GroupFact
    /// The race that was seen first.
    var first: Int
    var rows = 0
    var reports = 0
    /// The place of its next row.
    var next = 0
    /// The races of rows that are parts of one.
    private var split: Set<Int> = []
    private var whole = 0

    init(fact: GroupFact, first: Int) { (self.fact, self.first) = (fact, first) }

    var races: Int { whole + split.count }

    mutating func add(_ row: RaceRow, _ index: LogIndex) {
      first = min(first, row.race)
      rows += 1
      if row.group == nil { whole += 1 } else { split.insert(row.race) }
      reports += row.count(index)
    }
  }
}
