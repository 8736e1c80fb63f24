/// A site and how much of a log it takes part in.
package struct HotSite: Equatable, Sendable {
  /// The site; of its lines the one that was seen first.
  package var site: Site
  /// How many reports it takes part in, each counted once.
  package var reports: Int
  /// The races it takes part in, by position in the index.
  package var races: [Int]
  /// How many reports have this site or one before it in the list.
  package var covered: Int
  /// The lines on which it is in its reports, by first sight; of very many the first.
  package private(set) var lines: [Int] = []
}

/// The sites of an index by their positions: those in most reports first, then by first sight. Each is
/// assembled on request.
package struct HotSites: Sendable {
  private let sites: [Draft]
  /// The races of all sites, one site after the other.
  private let races: [Int32]

  /// What is kept of a site.
  private struct Draft {
    /// Its first number in the index.
    var id: SiteID
    var reports = 0
    var covered = 0
    var raceCount = 0
    /// The last race that was counted: one of a site with itself is one.
    var lastRace = -1
    /// Where its races begin.
    var start = 0
  }

  /// No sites.
  package init() { (sites, races) = ([], []) }

  /// The sites of an index.
  package init(_ index: LogIndex) {
    var positions: [Int: Int] = [:]
    positions.reserveCapacity(2 * index.races.count)
    var drafts: [Draft] = []
    drafts.reserveCapacity(2 * index.races.count)
    // The site of each side of each race, in the order of the races.
    var members: [(site: Int32, race: Int32)] = []
    members.reserveCapacity(2 * index.races.count)
    for race in index.races.indices {
      let count = index.races[race].reports.count
      for id in index.races[race].siteIDs where id.index >= 0 {
        let place = positions.number(of: index.identity(of: id), next: drafts.count)
        if place == drafts.count { drafts.append(Draft(id: id)) }
        guard drafts[place].lastRace != race else { continue }
        drafts[place].lastRace = race
        drafts[place].reports += count
        drafts[place].raceCount += 1
        members.append((Int32(place), Int32(race)))
      }
    }
    let order = drafts.indices.sorted { (drafts[$1].reports, $0) < (drafts[$0].reports, $1) }
    var end = 0
    for place in order {
      drafts[place].start = end
      end += drafts[place].raceCount
    }
    var races = [Int32](repeating: 0, count: members.count)
    var next = drafts.map(\.start)
    for member in members {
      races[next[Int(member.site)]] = member.race
      next[Int(member.site)] += 1
    }
    self.races = races
    sites = Self.covering(order.map { drafts[$0] }, races, index)
  }

  /// Counts the reports that the sites cover together, from the first on.
  private static func covering(_ sites: [Draft], _ races: [Int32], _ index: LogIndex) -> [Draft] {
    var isCovered = Array(repeating: false, count: index.races.count)
    var covered = 0
    var sites = sites
    for place in sites.indices {
      let start = sites[place].start
      for race in races[start..<(start + sites[place].raceCount)] where !isCovered[Int(race)] {
        isCovered[Int(race)] = true
        covered += index.races[Int(race)].reports.count
      }
      sites[place].covered = covered
    }
    return sites
  }

  /// How many there are.
  package var count: Int { sites.count }

  /// Their positions.
  package var indices: Range<Int> { sites.indices }

  /// The number of a site in the index.
  package func id(_ position: Int) -> SiteID { sites[position].id }

  /// The site at a position; `index` must be the one that they were made from.
  package func site(_ position: Int, _ index: LogIndex) -> HotSite? {
    let draft = sites[position]
    guard let site = index[draft.id] else { return nil }
    let own = races[draft.start..<(draft.start + draft.raceCount)].map(Int.init)
    var found = HotSite(site: site, reports: draft.reports, races: own, covered: draft.covered)
    found.addLines(of: index.identity(of: draft.id), index)
    return found
  }
}

extension HotSite {
  /// The most lines kept, and the most races searched for them.
  private static let mostLines = 64
  private static let mostRaces = 4096

  /// Takes the lines that its races have for the identity of a site.
  fileprivate mutating func addLines(of identity: Int, _ index: LogIndex) {
    for race in races.prefix(Self.mostRaces) where lines.count < Self.mostLines {
      for (slot, id) in index.races[race].siteIDs.enumerated()
      where id.index >= 0 && index.identity(of: id) == identity {
        for case let line? in index.races[race].variants(slot).lazy.map(\.line)
        where lines.count < Self.mostLines && !lines.contains(line) {
          lines.append(line)
        }
      }
    }
  }

  /// All sites of an index: those in most reports first, then by first sight.
  package static func sites(of index: LogIndex) -> [HotSite] {
    let sites = HotSites(index)
    return sites.indices.compactMap { sites.site($0, index) }
  }
}
