package import RaceModel
internal import RaceText

/// The logs, and what was read of them.
package struct Logs: Sendable {
  /// What has been read so far.
  package private(set) var index = LogIndex()
  /// How many races there are, in words.
  package private(set) var counts = "0 races"
  /// Whether any race has a word for its kind or its damage.
  package private(set) var hasStates = false
  /// What the title calls them.
  package var title: String
  /// How many there are.
  package var count: Int
  /// What is to be said of files of a folder that are no logs.
  package var leftOut: String?
  /// Whether anything can be added to them: streams and unpacked files come to an end.
  package var canGrow: Bool
  /// Whether all have been read.
  package var isLoaded = false
  /// Whether what is added to them is read.
  package var isFollowing: Bool
  /// What has become of them since they were read, by their numbers.
  package var changes: [Int: LogChange] = [:]
  /// Those that have changed so that they are read anew, as other logs.
  package var restarted: Set<Int> = []
  /// Whether all can be read once more, from the beginning: a stream cannot.
  package var canReload = true

  /// Logs of which nothing has been read.
  package init(
    title: String, count: Int, leftOut: String? = nil, canGrow: Bool = true, isFollowing: Bool = false
  ) {
    self.title = title
    self.count = count
    self.leftOut = leftOut
    self.canGrow = canGrow
    self.isFollowing = isFollowing
  }

  /// Appends what was found. What is said of all races is worked out here, not with each key of a filter.
  mutating func append(_ batches: [IndexBatch]) {
    for batch in batches { index.append(batch) }
    counts = RaceCounts(index).words
    hasStates = index.detectors.count > 1 || index.races.contains { RaceWords.state($0, in: index) != nil }
  }
}
