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
  /// The lines on which it is in its reports, by first sight; of very many the first.
  package private(set) var lines: [Int] = []
}

extension HotSite {
  /// How many lines are kept.
  private static let mostLines = 64

  private mutating func addLines(of variants: [Race.Variant]) {
    for case let line? in variants.lazy.map(\.line)
    where lines.count < Self.mostLines && !lines.contains(line) {
      lines.append(line)
    }
  }

  /// The sites of an index: those in most reports first, then by first sight.
  public static func sites(of index: LogIndex) -> [HotSite] {
    var positions: [SiteIdentity: Int] = [:]
    positions.reserveCapacity(2 * index.races.count)
    var sites: [HotSite] = []
    for (position, race) in index.races.enumerated() {
      for (slot, site) in race.sites.enumerated() {
        guard let site else { continue }
        let place = positions.number(of: SiteIdentity(site), next: sites.count)
        if place == sites.count { sites.append(HotSite(site: site, reports: 0, races: [], covered: 0)) }
        sites[place].addLines(of: race.variants[slot])
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
