/// What is needed of an index to explain a race, so that nobody who explains races holds the index.
package struct ExplanationRequest: Equatable, Sendable {
  /// Reports of a race that are looked at when the first one tells too little.
  private static let mostReports = 4
  /// Reports of a race that are looked at in all, to tell what they are on.
  private static let mostSubjects = 16
  /// Reports of a race that are looked through for whole ones.
  private static let mostEntries = 64

  /// The race.
  package let key: RaceKey
  /// Reports of it, the most telling first.
  let entries: [ReportEntry]
  /// What its other reports are on, as far as the addresses in the list tell; nil where addresses tell nothing.
  let subjects: [Subject]?
  /// Further reports of it, on other addresses than those; none where addresses tell what they are on.
  let others: [ReportEntry]
  /// Whether those are all that are on other addresses.
  let isWhole: Bool

  /// What is needed to explain a race of an index.
  package init(_ race: Race, of index: LogIndex) {
    key = race.key
    let whole = race.reports.prefix(Self.mostEntries).filter { index.reports[Int($0)].isComplete }
    entries = (whole.isEmpty ? Array(race.reports.prefix(1)) : whole).prefix(Self.mostReports)
      .map { index.reports[Int($0)] }
    subjects = race.detector.profile.memory.map { Self.subjects(race, $0, of: index) }
    var addresses = Set(entries.compactMap(Self.address))
    let others =
      subjects != nil
      ? []
      : race.reports.prefix(Self.mostEntries).map { index.reports[Int($0)] }.filter {
        Self.address($0).map { addresses.insert($0).inserted } == true
      }
    self.others = Array(others.prefix(Self.mostSubjects - Self.mostReports))
    isWhole = others.count == self.others.count && race.reports.count <= Self.mostEntries
  }

  private static func address(_ entry: ReportEntry) -> UInt64? {
    (entry.first?.address ?? entry.second?.address)?.value
  }

  private static func subjects(
    _ race: Race, _ memory: DetectorProfile.AddressMap, of index: LogIndex
  ) -> [Subject] {
    race.reports.dropFirst().prefix(mostEntries).compactMap { number in
      let entry = index.reports[Int(number)]
      return (entry.first?.address ?? entry.second?.address).flatMap { Subject($0, memory) }
    }
  }
}
