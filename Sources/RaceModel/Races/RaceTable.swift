/// Which race of an index a report belongs to.
struct RaceTable: Sendable {
  private var byKey: [RaceKey: Int32] = [:]
  private var bySites: [SitePair: Membership] = [:]

  /// The sites of a report by number: the quick way to its race.
  private struct SitePair: Hashable {
    var detector: Detector
    var kind: ReportKind
    var first: SiteID
    var second: SiteID

    /// A side that a report does not have.
    private static let none = SiteID(index: -2)

    /// Nil for a report about more than two stacks: its race is found by its key.
    init?(_ report: ReportEntry) {
      guard report.moreSites.isEmpty else { return nil }
      (detector, kind) = (report.detector, report.kind)
      (first, second) = (report.first?.site ?? Self.none, report.second?.site ?? Self.none)
    }

    /// The sites distinguish nearly all pairs; kinds are hashed by their words, which takes longer.
    func hash(into hasher: inout Hasher) {
      hasher.combine(Int(first.index) << 32 ^ Int(second.index))
    }
  }

  /// The destination of reports with the same sites: their race, and which of its first 256 sites each side has.
  struct Membership {
    var race: Int32
    var slots: Sides<UInt8>
  }

  init() {}

  /// The position of the race with an identity; nil for none.
  func position(of key: RaceKey) -> Int? { byKey[key].map(Int.init) }

  /// The place of a report; its race is added where it is a new one.
  mutating func membership(of report: ReportEntry, _ sites: NumberedSites, _ races: inout [Race])
    -> Membership
  {
    let pair = SitePair(report)
    if let pair, let membership = bySites[pair] { return membership }
    let race = race(of: report, sites, &races)
    let slots = races[Int(race)].slots(of: report, sites)
    let membership = Membership(race: race, slots: Sides(UInt8(clamping: slots.a), UInt8(clamping: slots.b)))
    if let pair { bySites[pair] = membership }
    return membership
  }

  private mutating func race(
    of report: ReportEntry, _ sites: NumberedSites, _ races: inout [Race]
  ) -> Int32 {
    let ids = report.sites
    let identities = ids.map { id in sites[id].map { SiteIdentity($0) } }
    // In the order of the bytes that make up the key; a missing side is last.
    let order = ids.indices.sorted { SiteIdentity.precedes(identities[$0], identities[$1]) }
    let key = RaceKey(
      detector: report.detector, kind: report.kind, sorted: order.map { identities[$0] })
    if let race = byKey[key] { return race }
    let race = Int32(races.count)
    races.append(
      Race(
        key: key, detector: report.detector, kind: report.kind, siteIDs: ShortList(order.map { ids[$0] })))
    byKey[key] = race
    return race
  }
}
