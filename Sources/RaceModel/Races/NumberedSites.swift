/// The sites of an index with their numbers: equal sites have one.
struct NumberedSites: Sendable {
  /// Their names, and those of packages and tests.
  private(set) var names = NumberedNames()
  /// Each by the numbers of its names.
  private var sites = SiteTable()
  /// A hash of each site's identity: 64 bits, seeded per run, so that no log can provoke a collision.
  private var identities: [Int] = []

  init() {}

  /// How many there are.
  var count: Int { identities.count }

  /// How many there is room for.
  var capacity: Int { identities.capacity }

  /// Makes room for so many sites.
  mutating func reserveCapacity(_ count: Int) {
    identities.reserveCapacity(count)
    sites.reserveCapacity(count)
  }

  /// The site with that number, nil for a missing side.
  subscript(id: SiteID) -> Site? { id.index < 0 ? nil : site(id) }

  private func site(_ id: SiteID) -> Site {
    let entry = sites.entries[Int(id.index)]
    return Site(
      function: names.name(entry.function), file: names.name(entry.file),
      line: entry.line < 0 ? nil : Int(entry.line), module: names.name(entry.module), offset: entry.offset)
  }

  /// The function of a site; nil for an unsymbolized frame and a missing side.
  func function(of id: SiteID) -> String? {
    id.index < 0 ? nil : names.name(sites.entries[Int(id.index)].function)
  }

  /// Whether a site, not a missing one, has a function.
  func hasFunction(_ id: SiteID) -> Bool { sites.entries[Int(id.index)].function >= 0 }

  /// The line of a site; nil for none, and for a missing side.
  func line(of id: SiteID) -> Int32? {
    guard id.index >= 0 else { return nil }
    let line = sites.entries[Int(id.index)].line
    return line < 0 ? nil : line
  }

  /// A number that sites of one identity have, and no others.
  func identity(of id: SiteID) -> Int { identities[Int(id.index)] }

  /// Whether two sides have one identity: a missing side has that of another missing one.
  func isSame(_ id: SiteID, _ other: SiteID) -> Bool {
    if id.index < 0 || other.index < 0 { return id.index < 0 && other.index < 0 }
    return id == other || identity(of: id) == identity(of: other)
  }

  /// The package, folder or library of a site; nil if unknown, or for a missing side.
  func package(of id: SiteID, _ detector: Detector) -> String? {
    guard id.index >= 0 else { return nil }
    // A copy of the whole site takes as long as finding the package.
    if detector.profile.program == .goProgram, let function = function(of: id) {
      return Race.package(ofGo: function)
    }
    return Race.package(of: site(id), detector)
  }

  /// The number of a name.
  mutating func number(of name: String) -> SymbolTable.ID { names.number(of: name) }

  /// The number of a site by the numbers of its names.
  mutating func number(of entry: SiteTable.Entry) -> SiteID {
    let id = sites.intern(entry)
    if Int(id.index) == identities.count { identities.append(SiteIdentity(site(id)).hashValue) }
    return id
  }
}
