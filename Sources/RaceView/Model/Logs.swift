package import RaceModel
internal import RaceText

/// The logs, and what was read from them.
package struct Logs: Sendable {
  /// What has been read so far.
  package private(set) var index = LogIndex()
  /// How many races there are, in words.
  package private(set) var counts = "0 races"
  /// Whether any race has a word for its kind or its damage.
  package private(set) var hasStates = false
  /// Their name in the title.
  package var title: String
  /// How many there are.
  package var count: Int
  /// Messages about files of a folder that are not logs.
  package var leftOut: String?
  /// Whether they can grow: streams and unpacked files come to an end.
  package var canGrow: Bool
  /// Whether all have been read.
  package var isLoaded = false
  /// Whether they are followed.
  package var isFollowing: Bool
  /// Changes to them since they were read, by their numbers.
  package var changes: [Int: LogChange] = [:]
  /// Those that changed so that they are read again, as other logs.
  package var restarted: Set<Int> = []
  /// What was read before they were reloaded; nil the first time.
  package var before: LogsOutline?
  /// Whether all can be read again from the beginning, which a stream cannot.
  package var canReload = true

  /// Logs that have not been read yet.
  package init(
    title: String, count: Int, leftOut: String? = nil, canGrow: Bool = true, isFollowing: Bool = false
  ) {
    self.title = title
    self.count = count
    self.leftOut = leftOut
    self.canGrow = canGrow
    self.isFollowing = isFollowing
  }

  /// Appends what was found. Facts about all races are computed here, not with each key of a filter.
  mutating func append(_ batches: [IndexBatch]) {
    for batch in batches { index.append(batch) }
    counts = RaceCounts(index).words
    hasStates = index.detectors.count > 1 || index.races.contains { RaceWords.state($0, in: index) != nil }
  }
}
