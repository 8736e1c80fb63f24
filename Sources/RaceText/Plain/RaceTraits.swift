internal import RaceModel

/// What the reports of a race tell about one of its sites besides its place.
struct RaceTraits {
  /// The functions that led to the site, for each report, the nearest first.
  private(set) var callers: [[String]] = []
  /// Which functions created the threads.
  private(set) var creators: [String] = []

  /// The traits of a site.
  ///
  /// - Parameters:
  ///   - slots: the positions of the site in the race: two if both accesses are at it.
  ///   - sites: those of the race.
  init(_ reports: [DetailedReport], slots: [Int], of sites: [Site?]) {
    for detail in reports {
      for access in Self.accesses(detail, slots, of: sites) {
        if let stack = access.stack, let site = access.siteIndex {
          let frames = detail.frames(of: stack).dropFirst(site + 1).filter { !$0.isPlumbing }
          callers.append(frames.compactMap(\.function))
        }
        if let creator = Self.creator(of: access, detail) { creators.append(creator) }
      }
    }
  }

  private static func accesses(_ detail: DetailedReport, _ slots: [Int], of sites: [Site?]) -> [Access] {
    let accesses = detail.report.accesses
    guard accesses.count == 2, sites.count == 2, slots.count == 1 else {
      return slots.filter { accesses.indices.contains($0) }.map { accesses[$0] }
    }
    let known = sites.map { $0.map { SiteIdentity($0) } }
    let own = accesses.map { access in
      detail.site(of: access).map { SiteIdentity(Site(function: $0.function, file: $0.file, line: $0.line)) }
    }
    let placed = Race.slots(2, isFirst: { known[$0] == own[0] }, isSecond: { known[$0] == own[1] })
    return [placed.a == slots[0] ? accesses[0] : accesses[1]]
  }

  /// The function that created a thread; nil if the report does not tell.
  private static func creator(of access: Access, _ detail: DetailedReport) -> String? {
    guard let name = access.thread else { return nil }
    if name == .main { return "none, it is the main thread" }
    let frames = detail.frames(of: detail.report.thread(name)?.created)
    return frames.first { !$0.isPlumbing }?.function.map(FrameWords.short)
  }
}
