/// Which race of an index a report belongs to.
struct RaceTable: Sendable {
  private var byKey: [RaceKey: Int32] = [:]
  private var pairs: [(sites: SitePair, membership: Membership)] = []
  private var bySites = PositionTable()
  private let seed = UInt64.random(in: .min ... .max)

  /// The sites of a report by number: the quick way to its race.
  private struct SitePair: Equatable {
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

    /// The sites distinguish nearly all pairs.
    func hash(_ seed: UInt64) -> UInt64 {
      ByteHash.mix(
        seed ^ UInt64(UInt32(bitPattern: first.index)) << 32 ^ UInt64(UInt32(bitPattern: second.index)))
    }
  }

  /// The destination of reports with the same sites: their race, and which of its first 256 sites each side has.
  struct Membership {
    var race: Int32
    var slots: Sides<UInt8>
  }

  init() {}

  /// Reserves room for reports with so many pairs of sites.
  mutating func reserveCapacity(_ count: Int) { pairs.reserveCapacity(count) }

  /// How many pairs there is room for.
  var capacity: Int { pairs.capacity }

  /// How many pairs of sites there are.
  var count: Int { pairs.count }

  /// The position of the race with an identity; nil for none.
  func position(of key: RaceKey) -> Int? { byKey[key].map(Int.init) }

  /// The place of a report; its race is added where it is a new one.
  mutating func membership(of report: ReportEntry, _ sites: NumberedSites, _ races: inout [Race])
    -> Membership
  {
    guard let pair = SitePair(report) else { return newMembership(of: report, sites, &races) }
    let (position, isNew) = bySites.position(pair.hash(seed)) { pairs[$0].sites == pair }
    if isNew { pairs.append((pair, newMembership(of: report, sites, &races))) }
    return pairs[Int(position)].membership
  }

  /// The place of a report whose sites have not been met together.
  private mutating func newMembership(
    of report: ReportEntry, _ sites: NumberedSites, _ races: inout [Race]
  ) -> Membership {
    let race = race(of: report, sites, &races)
    let slots = races[Int(race)].slots(of: report, sites)
    return Membership(race: race, slots: Sides(UInt8(clamping: slots.a), UInt8(clamping: slots.b)))
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
