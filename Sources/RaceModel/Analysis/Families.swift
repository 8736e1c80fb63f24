/// Races that share a site, directly or through others: probably one bug.
public enum Families {
  /// The family of each race: the position of the first race that belongs to it. A race that shares no
  /// site is its own family. Sites whose function is not known connect nothing.
  public static func families(of races: [Race]) -> [Int] {
    var parents = Array(races.indices)
    func root(_ race: Int) -> Int {
      var race = race
      while parents[race] != race {
        parents[race] = parents[parents[race]]
        race = parents[race]
      }
      return race
    }
    var first: [SiteIdentity: Int] = [:]
    first.reserveCapacity(2 * races.count)
    for (position, race) in races.enumerated() {
      for site in race.sites {
        guard let site, site.function != nil else { continue }
        let other = first.number(of: SiteIdentity(site), next: position)
        if other == position { continue }
        let (one, two) = (root(position), root(other))
        // The earlier race represents both.
        parents[max(one, two)] = min(one, two)
      }
    }
    return races.indices.map(root)
  }
}
