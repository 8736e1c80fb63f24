/// Races that share a site, directly or through others: probably one bug.
package enum Families {
  /// The family of each race: the position of the first race that belongs to it. A race that shares no
  /// site is its own family. Sites whose function is not known connect nothing.
  package static func families(of index: LogIndex) -> [Int] {
    var parents = Array(index.races.indices)
    func root(_ race: Int) -> Int {
      var race = race
      while parents[race] != race {
        parents[race] = parents[parents[race]]
        race = parents[race]
      }
      return race
    }
    var first: [Int: Int] = [:]
    first.reserveCapacity(2 * index.races.count)
    for position in index.races.indices {
      for site in index.races[position].siteIDs where site.index >= 0 {
        guard index.hasFunction(site) else { continue }
        let other = first.number(of: index.identity(of: site), next: position)
        if other == position { continue }
        let (one, two) = (root(position), root(other))
        // The earlier race represents both.
        parents[max(one, two)] = min(one, two)
      }
    }
    return parents.indices.map(root)
  }
}
