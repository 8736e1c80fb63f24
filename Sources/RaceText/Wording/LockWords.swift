package import RaceModel

extension LockVerdict {
  /// The verdict in a few words.
  ///
  /// - Parameter report: the report; nil for a race, of which no side is named: which one is A differs between its
  ///   reports.
  package func words(_ detector: Detector, _ report: Report? = nil) -> String {
    let unprinted = detector.profile.unprintedLocks
    switch self {
    case .none: return "no lock held on either side" + unprinted
    case .oneSide:
      let side = report.map { $0.access(.a)?.locks.isEmpty == false ? "A" : "B" }
      return "only \(side ?? "one side") holds a lock" + unprinted
    case .disjoint:
      guard let report else { return "different locks on the two sides" }
      let held = Side.allCases.map { "\($0.letter) holds \(Self.names($0, report))" }
      return "different locks: " + held.joined(separator: ", ")
    case .readLockOnWrite: return "a lock held only to read while writing"
    case .common: return "the same lock held on both sides"
    }
  }

  /// `M0 and M2`; of very many the first.
  private static func names(_ side: Side, _ report: Report) -> String {
    let locks = report.access(side)?.locks ?? []
    let rest = locks.count - 3
    let names = locks.prefix(3).map { report.lockTitle($0.id) } + (rest > 0 ? ["\(rest) more"] : [])
    return names.joined(separator: " and ")
  }
}
