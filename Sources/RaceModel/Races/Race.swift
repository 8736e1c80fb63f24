/// All reports with the same identity: detector, kind and the unordered pair of sites.
public struct Race: Sendable {
  /// The identity.
  public let key: RaceKey
  /// Which tool printed its reports.
  public let detector: Detector
  /// What they are about.
  public let kind: ReportKind
  /// The site that a list shows first: that of the first access of its first report, else of the second.
  package internal(set) var leadingSite = SiteID.missing
  /// The numbers of its sites in the index, sorted by the bytes of the sites; missing for a side that is not in the
  /// log.
  package let siteIDs: ShortList<SiteID>
  /// Positions of its reports in the index, in the order in which they were found.
  public internal(set) var reports = ShortList<Int32>()
  /// The numbers of the runs in which it occurs, in order.
  private var runs = ShortList<Int32>()
  /// The printed forms of its accesses, by first sight.
  private var forms = ShortList<Form>()
  /// In how many runs it occurs, as far as the reports distinguish runs.
  public var runCount: Int { max(1, runs.count) }
  /// How many of its reports are damaged or half.
  public var incompleteCount: Int { Int(incomplete) }
  private var incomplete: UInt32 = 0

  /// An access at a site as it was printed: it can differ from report to report.
  package struct Variant: Hashable, Sendable {
    /// What the access did.
    package let operation: Operation?
    /// Negative where it is not known.
    fileprivate let lineNumber: Int32

    /// The exact line.
    package var line: Int? { lineNumber < 0 ? nil : Int(lineNumber) }

    /// An access by its operation and its line.
    package init(operation: Operation?, line: Int32?) {
      (self.operation, lineNumber) = (operation, line ?? -1)
    }
  }

  /// A variant of one of the sites, in eight bytes.
  private struct Form: Hashable {
    var slot: UInt8
    var operation: Operation?
    var line: Int32

    init(_ variant: Variant, slot: UInt8) {
      (self.slot, operation, line) = (slot, variant.operation, variant.lineNumber)
    }
  }

  /// The most variants of a site that are kept.
  private static let mostVariants = 16

  init(key: RaceKey, detector: Detector, kind: ReportKind, siteIDs: ShortList<SiteID>) {
    (self.key, self.detector, self.kind, self.siteIDs) = (key, detector, kind, siteIDs)
  }

  /// The printed forms of the accesses at one of its sites: operations and exact lines, by first sight.
  package func variants(_ slot: Int) -> [Variant] {
    var found: [Variant] = []
    for form in forms where Int(form.slot) == slot {
      found.append(Variant(operation: form.operation, line: form.line))
    }
    return found
  }

  /// Adds a printed form of an access; only the first of very many are kept.
  mutating func add(_ variant: Variant, slot: UInt8) {
    let form = Form(variant, slot: slot)
    if forms.contains(form)
      || forms.count >= Self.mostVariants && variants(Int(slot)).count >= Self.mostVariants
    {
      return
    }
    forms.append(form)
  }

  /// Counts a report that is damaged or half.
  mutating func addIncomplete() { incomplete += 1 }

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
  public var isHalf: Bool { siteIDs.contains { $0.index < 0 } }

  /// Whether a side is in the log.
  package var hasSite: Bool { siteIDs.contains { $0.index >= 0 } }
}

extension Race {
  /// Which of its sites each side of a report has.
  func slots(of report: ReportEntry, _ sites: NumberedSites) -> Sides<Int> {
    let (first, second) = (report.first?.site ?? .missing, report.second?.site ?? .missing)
    return Self.slots(
      siteIDs.count, isFirst: { sites.isSame(siteIDs[$0], first) },
      isSecond: { sites.isSame(siteIDs[$0], second) })
  }

  /// Which of some sites each side of a report has. The same site twice counts as two.
  ///
  /// - Parameters:
  ///   - count: how many sites there are.
  ///   - isFirst: whether the site at a position is that of the first side.
  ///   - isSecond: whether it is that of the second.
  package static func slots(
    _ count: Int, isFirst: (Int) -> Bool, isSecond: (Int) -> Bool
  ) -> Sides<Int> {
    let own = (0..<count).first(where: isFirst) ?? 0
    let other = (0..<count).first { $0 != own && isSecond($0) }
    return Sides(own, other ?? (own == 0 ? min(1, count - 1) : 0))
  }
}

extension ShortList {
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
