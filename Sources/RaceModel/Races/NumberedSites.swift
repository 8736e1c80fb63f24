/// The sites of an index with their numbers: equal sites have one.
struct NumberedSites: Sendable {
  private var sites: [Site] = []
  /// A hash of each site, and one of its identity: 64 bits, seeded per run, so that no log can provoke a collision.
  private var hashes: [Hashes] = []
  /// A hash table of positions in `sites`; -1 marks a free slot. Its size is a power of two, at least twice that of `sites`.
  private var slots: [Int32] = []

  private struct Hashes: Sendable {
    var site: Int
    var identity: Int
  }

  /// The site with that number, nil for a missing side.
  subscript(id: SiteID) -> Site? { id.index < 0 ? nil : sites[Int(id.index)] }

  /// The function of a site; nil for an unsymbolized frame and a missing side.
  func function(of id: SiteID) -> String? { id.index < 0 ? nil : sites[Int(id.index)].function }

  /// Whether a site, not a missing one, has a function.
  func hasFunction(_ id: SiteID) -> Bool { sites[Int(id.index)].function != nil }

  /// A number that sites of one identity have, and no others.
  func identity(of id: SiteID) -> Int { hashes[Int(id.index)].identity }

  /// The package, folder or library of a site; nil if unknown, or for a missing side.
  func package(of id: SiteID, _ detector: Detector) -> String? {
    guard id.index >= 0 else { return nil }
    // A copy of the whole site takes as long as finding the package.
    if detector.profile.program == .goProgram, let function = sites[Int(id.index)].function {
      return Race.package(ofGo: function)
    }
    return Race.package(of: sites[Int(id.index)], detector)
  }

  /// The number of a site.
  mutating func number(of site: Site) -> SiteID {
    if 2 * (sites.count + 1) > slots.count { grow() }
    let hash = site.hashValue
    let place = slot(hash) { hashes[$0].site == hash && sites[$0] == site }
    if slots[place] >= 0 { return SiteID(index: slots[place]) }
    let id = SiteID(index: Int32(sites.count))
    slots[place] = id.index
    sites.append(site)
    hashes.append(Hashes(site: hash, identity: SiteIdentity(site).hashValue))
    return id
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: max(64, 2 * slots.count))
    for (number, hash) in hashes.enumerated() {
      slots[slot(hash.site) { _ in false }] = Int32(number)
    }
  }

  /// The slot of the site that is meant, else the free one where it belongs.
  private func slot(_ hash: Int, where isMeant: (Int) -> Bool) -> Int {
    var place = hash & (slots.count - 1)
    while slots[place] >= 0, !isMeant(Int(slots[place])) { place = (place + 1) & (slots.count - 1) }
    return place
  }
}
