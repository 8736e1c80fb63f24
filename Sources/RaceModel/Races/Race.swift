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
  /// Positions of its reports in the index, in the order in which they were found.
  public internal(set) var reports: [Int32] = []
  /// Positions of the sources in which it occurs, in order.
  public internal(set) var sources: [Int32] = []
  /// How many of its reports are damaged or half.
  public internal(set) var incompleteCount = 0

  /// Whether one side is not in the log.
  public var isHalf: Bool { sites.contains { $0 == nil } }
}

extension Race {
  /// One line that names both sites.
  public var title: String {
    let names = sites.map { site in
      guard let site else { return "?" }
      return [site.function, site.fileName].compactMap(\.self).joined(separator: " ")
    }
    return "\(kind.words): \(names.joined(separator: " / "))"
  }
}
