internal import RaceModel
internal import RaceText

extension App {
  /// What to remember about the logs.
  package var remembered: Remembered {
    var remembered = Remembered()
    // Unfinished input does not count yet.
    let list = prompt == nil ? context.list : origin?.list ?? context.list
    remembered.race = list.isChosen ? list.selected.map { context.index.races[$0.race].key } : nil
    remembered.query = list.query.text
    (remembered.order, remembered.grouping) = (list.order, list.grouping)
    remembered.split = list.split
    remembered.divider = context.settings.divider
    remembered.searches = history[.search] ?? []
    remembered.queries = history[.query] ?? []
    return remembered
  }

  /// Shows the list as it was left; its selected race is selected again once it is read.
  package mutating func restore(_ remembered: Remembered) {
    if remembered.order != RaceOrder() { context.list.order = remembered.order }
    if let grouping = remembered.grouping { context.list.grouping = grouping }
    context.list.split = remembered.split
    context.settings.divider = remembered.divider
    (history[.search], history[.query]) = (remembered.searches, remembered.queries)
    if let race = remembered.race { context.list.want(race) }
    guard let query = try? Query(remembered.query), !query.isEmpty else { return }
    context.list.query = query
    context.say("the last session's query; \(context.key(Common.toggleQuery)) switches it off")
  }
}
