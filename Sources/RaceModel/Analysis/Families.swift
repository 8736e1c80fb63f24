/// Races that share a site, directly or through others: probably one bug.
public enum Families {
  private struct Key: Hashable {
    var function: String
    var file: Substring?
  }

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
    var first: [Key: Int] = [:]
    for (position, race) in races.enumerated() {
      for site in race.sites {
        guard let site, let function = site.function else { continue }
        let key = Key(function: function, file: site.file.map(lastComponent))
        guard let other = first[key] else {
          first[key] = position
          continue
        }
        let (one, two) = (root(position), root(other))
        // The earlier race stands for both.
        parents[max(one, two)] = min(one, two)
      }
    }
    return races.indices.map(root)
  }
}
