/// A race in an older run, or in a list of known races.
public struct RecordedRace: Hashable, Sendable {
  /// Its identity.
  public var key: RaceKey
  /// Its title.
  public var title: String
  /// The detector by its name in exports; nil if not recorded.
  public var detector: String?
  /// Both sides, each as `function file`; nil for an unknown one. Empty if not recorded.
  public var sides: [String?]
  /// In how many runs it was; nil if not recorded.
  public var runCount: Int?
  /// Its line in the list; nil for a race of a log.
  public var entry: TriageEntry?

  /// A race of a log.
  public init(_ race: Race, of index: LogIndex) {
    (key, title, detector, runCount) = (race.key, index.title(of: race), race.detector.name, race.runCount)
    sides = index.sites(of: race).map { site in site.map { Self.side(of: $0) } }
  }

  /// A race of a list.
  public init(_ entry: TriageEntry) {
    key = entry.key
    self.entry = entry
    title = entry[.race] ?? "\(entry.key)"
    detector = entry[.detector]
    guard let title = entry[.race], let colon = title.firstRange(of: ": ") else {
      sides = []
      return
    }
    sides = Self.sides(of: title[colon.upperBound...])
  }

  private static func side(of site: Site) -> String {
    let names: [String?] = [site.function, site.fileName.map { String($0) }]
    return names.compactMap(\.self).joined(separator: " ")
  }

  private static func sides(of names: Substring) -> [String?] {
    var sides: [String?] = []
    var rest = names
    while let end = rest.firstRange(of: " / ") {
      sides.append(String(rest[..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    return (sides + [String(rest)]).map { $0 == "?" ? nil : $0 }
  }

  /// Whether one side is unknown.
  public var isHalf: Bool { sides.contains { $0 == nil } }

  /// Whether the two may be one race: one of them lacks a side, and the other has all its known sides.
  public func mayBe(_ other: RecordedRace) -> Bool {
    guard isHalf || other.isHalf, detector == nil || other.detector == nil || detector == other.detector
    else {
      return false
    }
    let (own, others) = (sides.compactMap(\.self), other.sides.compactMap(\.self))
    guard !own.isEmpty, !others.isEmpty else { return false }
    let (few, many) = own.count <= others.count ? (own, others) : (others, own)
    return few.allSatisfy { many.contains($0) }
  }
}

extension LogIndex {
  /// Its races, for comparison with those of another run or of a list.
  public var recordedRaces: [RecordedRace] { races.map { RecordedRace($0, of: self) } }
}
