/// All reports with the same identity: detector, kind and the unordered pair of sites.
public struct Race: Sendable {
  /// The identity.
  public let key: RaceKey
  /// Which tool printed its reports.
  public let detector: Detector
  /// What they are about.
  public let kind: ReportKind
  /// The sites, sorted by their bytes; nil for a side that is not in the log.
  public let sites: [Site?]
  /// Their numbers in the index.
  package let siteIDs: [SiteID]
  /// The printed forms of its accesses, for each site: operations and exact lines, by first sight.
  public internal(set) var variants: [[Variant]]
  /// Positions of its reports in the index, in the order in which they were found.
  public internal(set) var reports: [Int32] = []
  /// The site that a list shows first: that of the first access of its first report, else of the second.
  package internal(set) var leadingSite = SiteID.missing
  /// The numbers of the runs in which it occurs, in order.
  private var runs: [Int32] = []
  /// In how many runs it occurs, as far as the reports distinguish runs.
  public var runCount: Int { max(1, runs.count) }
  /// How many of its reports are damaged or half.
  public internal(set) var incompleteCount = 0

  /// An access at a site as it was printed: it can differ from report to report.
  public struct Variant: Hashable, Sendable {
    /// What the access did.
    public var operation: Operation?
    /// The exact line.
    public var line: Int?

    /// An access by its operation and its place.
    public init(operation: Operation?, site: Site?) {
      self.operation = operation
      line = site?.line
    }
  }

  init(key: RaceKey, detector: Detector, kind: ReportKind, sites: [Site?], siteIDs: [SiteID]) {
    self.siteIDs = siteIDs
    self.key = key
    self.detector = detector
    self.kind = kind
    self.sites = sites
    variants = Array(repeating: [], count: sites.count)
  }

  /// The position among `sites` of each side of one of its reports. The same site twice counts as two.
  public func slots(first: Site?, second: Site?) -> (first: Int, second: Int) {
    let own = sites.firstIndex { Self.isSame($0, first) } ?? 0
    let other = sites.indices.first { $0 != own && Self.isSame(sites[$0], second) }
    return (own, other ?? (own == 0 ? min(1, sites.count - 1) : 0))
  }

  private static func isSame(_ site: Site?, _ other: Site?) -> Bool {
    // Names that are spelt alike are the same in all cases, and most are.
    if let site, let other, let function = site.function, function == other.function, site.file == other.file
    {
      return true
    }
    return site.map { SiteIdentity($0) } == other.map { SiteIdentity($0) }
  }

  /// Adds a printed form of an access; only the first of very many are kept.
  mutating func add(_ variant: Variant, slot: Int) {
    guard variants[slot].count < 16, !variants[slot].contains(variant) else { return }
    variants[slot].append(variant)
  }

  /// Adds a run in which it occurs.
  mutating func add(run: Int32) {
    guard run >= 0 else { return }
    guard let last = runs.last else { return runs.append(run) }
    if last == run { return }
    if last < run { return runs.append(run) }
    // Processes whose reports are interleaved.
    let place = runs.partitioningIndex { $0 >= run }
    if runs[place] != run { runs.insert(run, at: place) }
  }

  /// Whether one side is not in the log.
  public var isHalf: Bool { sites.contains { $0 == nil } }
}

extension Race {
  /// One line that names both sites.
  public var title: String {
    let names = sites.map { site in
      guard let site else { return "?" }
      return [site.function, SiteIdentity(site).fileName.map { String($0) }].compactMap(\.self)
        .joined(separator: " ")
    }
    return "\(kind.words): \(names.joined(separator: " / "))"
  }
}

extension Array {
  /// The first position at which a test holds, among elements sorted so that it holds for all later ones.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
