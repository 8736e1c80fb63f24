package import RaceModel
internal import RaceText

/// What is new against an older run, or a list of known races; computed when races are found.
package struct ComparisonFacts: Sendable {
  /// What these are compared with; nil for nothing.
  package let older: OlderRaces?
  /// What is new; nil without a comparison.
  package private(set) var result: RaceComparison?
  /// Why the run may not show everything; nil before that is known.
  private(set) var doubts: [String]?
  /// What has changed in races since the older run, by race; nil if that cannot be read.
  private var changes: [RaceKey: [RaceChange]?] = [:]
  private var asked: Set<RaceKey> = []
  private var arranged: (races: Int, isWhole: Bool)?

  /// Races to compare with.
  package init(_ older: OlderRaces? = nil) { self.older = older }

  /// Whether a race that was not seen is certainly not in the run.
  ///
  /// - Parameter isFollowing: whether the run may go on.
  func isWhole(isFollowing: Bool) -> Bool { doubts?.isEmpty == true && !isFollowing }

  /// Compares the races of an index if they have changed since the last time, or more is known.
  mutating func update(_ index: LogIndex, isFollowing: Bool) {
    guard let older else { return }
    let isWhole = isWhole(isFollowing: isFollowing)
    if let arranged, arranged == (index.races.count, isWhole) { return }
    arranged = (index.races.count, isWhole)
    result = RaceComparison(older.races, index.recordedRaces, isWhole: isWhole)
  }

  /// Takes the doubts about the run.
  mutating func take(_ doubts: [RunDoubt]) { self.doubts = doubts.map(\.description) }

  /// Discards the results, because a log has grown.
  mutating func reset() { (doubts, changes, asked, arranged) = (nil, [:], [], nil) }

  /// What has changed in a race since; `.none` before that is known.
  func changes(_ key: RaceKey) -> [RaceChange]?? { changes[key] }

  /// Whether to ask for the changes in a race, which happens once.
  mutating func wantChanges(_ key: RaceKey) -> Bool {
    guard let older, !older.isList, result?.novelties[key] == .still else { return false }
    return asked.insert(key).inserted
  }

  /// Takes what has changed in a race.
  mutating func take(_ found: [RaceChange]?, of key: RaceKey) { changes[key] = .some(found) }
}
