internal import RaceModel
internal import RaceText
internal import RaceWork

/// The rows of a list before its query, in order. They are kept until what they depend on changes, so that a
/// key of a query only looks which of them match.
struct OrderedRows: Sendable {
  private var rows: [RaceRow] = []
  private var basis: Basis?

  /// What the rows depend on.
  private struct Basis: Equatable {
    let order: RaceOrder
    let split: RaceSplit
    let scope: Set<RaceKey>?
    let generation: Generation
    let reports: Int
    let hasStacks: Bool
    /// Of the explanations and of the names, if the order is by these.
    let revisions: [Int]
  }

  /// The rows of all races in the scope of a list.
  mutating func rows(of list: RaceList, _ model: Model, _ facts: RaceFacts) -> [RaceRow] {
    let now = Basis(
      order: list.order, split: list.split, scope: list.scope?.races, generation: model.generation,
      reports: model.index.reports.count, hasStacks: model.hasAllStacks,
      revisions: Self.revisions(list.order.sort, model))
    if basis != now {
      let listing = RaceListing(
        order: list.order, split: list.split, stacks: model.hasAllStacks ? model.stacks.hashes : [])
      let races = model.index.races
      rows = listing.rows(facts) { now.scope?.contains(races[$0].key) != false }
      basis = now
    }
    return rows
  }

  private static func revisions(_ sort: RaceSort, _ model: Model) -> [Int] {
    switch sort {
    case .site: [model.names.revision]
    case .memory: [model.names.revision, model.explanations.found.revision]
    case .cause: [model.explanations.found.revision]
    case .count, .runs, .firstSeen, .test, .kind: []
    }
  }
}
