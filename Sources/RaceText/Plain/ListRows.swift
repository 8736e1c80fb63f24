internal import RaceModel

/// The rows of a printed list, in their order and their groups.
struct ListRows {
  private(set) var rows: [RaceRow]
  /// The groups of the rows; empty if they are not grouped.
  private(set) var groups: [RaceGroup] = []
  /// For each race of the index its number in the ungrouped list in default order, which `racetui show` takes.
  private(set) var numbers: [Int]

  /// The rows of an index that are to be printed.
  init(_ index: LogIndex, _ content: ListContent) {
    let facts = RaceFacts(index, explanations: content.explanations)
    rows = RaceListing().rows(facts, races: content.races.contains)
    numbers = Array(repeating: 0, count: index.races.count)
    for (position, row) in rows.enumerated() { numbers[row.race] = position + 1 }
    if content.order != RaceOrder() {
      rows = RaceListing(order: content.order).rows(facts, races: content.races.contains)
    }
    if let grouping = content.grouping {
      let grouped = RaceGroups(rows, by: grouping, facts)
      (rows, groups) = (grouped.rows, grouped.groups)
    }
  }
}
