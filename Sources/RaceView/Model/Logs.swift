package import RaceModel

/// The logs, and what was read of them.
package struct Logs: Sendable {
  /// What has been read so far.
  package var index = LogIndex()
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
}
