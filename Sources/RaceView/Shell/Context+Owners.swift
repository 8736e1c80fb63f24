internal import RaceModel
internal import RaceText
internal import RaceWork

/// Who last changed the lines of races: git is asked while the list is grouped by it.
extension Context {
  /// Asks about the next races of the list; the list is updated when much more is known, or all.
  mutating func askOwners() {
    guard list.grouping == .owner else { return }
    var wanted: [RacePlace] = []
    var seen: Set<RaceKey> = []
    for row in list.rows where wanted.count < OwnerFacts.batchSize {
      let key = index.races[row.race].key
      guard model.owners.byRace[key] == nil, seen.insert(key).inserted else { continue }
      let sides = row.first(index).map { CodePlace.places(of: $0, index) }
      if let place = sides?.both.compactMap(\.self).first {
        wanted.append(RacePlace(key, place))
      } else {
        model.owners.giveUp(key)
      }
    }
    let known = model.owners.byRace.count
    if known > arranged.owners,
      wanted.isEmpty || known >= arranged.owners + max(OwnerFacts.batchSize, arranged.owners / 4)
    {
      arranged.owners = known
      list.keepSelected(index)
      arrangeList()
    }
    guard !wanted.isEmpty, let request = model.owners.ask() else { return }
    ask(.owners(wanted, request: request))
  }
}
