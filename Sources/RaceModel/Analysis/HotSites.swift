/// A site and how much of a log it takes part in.
public struct HotSite: Equatable, Sendable {
  /// The site; of its lines the one that was seen first.
  public var site: Site
  /// How many reports it takes part in, each counted once.
  public var reports: Int
  /// The races it takes part in, by position in the index.
  public var races: [Int]
  /// How many reports have this site or one before it in the list.
  public var covered: Int
}

extension HotSite {
  /// Races whose lines are told at most.
  private static let mostRaces = 64

  /// The lines on which the site is in its reports, by first sight; of very many races those of the first.
  package func lines(_ index: LogIndex) -> [Int] {
    let identity = SiteIdentity(site)
    var lines: [Int] = []
    for race in races.prefix(Self.mostRaces).map({ index.races[$0] }) {
      for (slot, other) in race.sites.enumerated() where other.map({ SiteIdentity($0) }) == identity {
        for line in race.variants[slot].compactMap(\.line) where !lines.contains(line) { lines.append(line) }
      }
    }
    return lines
  }

  /// The sites of an index: those in most reports first, then by first sight.
  public static func sites(of index: LogIndex) -> [HotSite] {
    var positions: [SiteIdentity: Int] = [:]
    positions.reserveCapacity(2 * index.races.count)
    var sites: [HotSite] = []
    for (position, race) in index.races.enumerated() {
      for site in race.sites {
        guard let site else { continue }
        // One look-up does for finding and for adding.
        let place = { (known: inout Int) in known }(&positions[SiteIdentity(site), default: sites.count])
        if place == sites.count { sites.append(HotSite(site: site, reports: 0, races: [], covered: 0)) }
        // A race of a site with itself is one.
        guard sites[place].races.last != position else { continue }
        sites[place].reports += race.reports.count
        sites[place].races.append(position)
      }
    }
    let order = sites.indices.sorted { (sites[$1].reports, $0) < (sites[$0].reports, $1) }
    return covering(order.map { sites[$0] }, index)
  }

  /// Counts the reports that the sites cover together, from the first on.
  private static func covering(_ sites: [HotSite], _ index: LogIndex) -> [HotSite] {
    var isCovered = Array(repeating: false, count: index.races.count)
    var covered = 0
    var sites = sites
    for place in sites.indices {
      for race in sites[place].races where !isCovered[race] {
        isCovered[race] = true
        covered += index.races[race].reports.count
      }
      sites[place].covered = covered
    }
    return sites
  }
}
