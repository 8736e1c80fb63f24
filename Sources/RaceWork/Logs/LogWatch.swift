package import RaceModel

/// Looks again and again what has become of logs that were read, and reads on those that grow.
package struct LogWatch {
  /// A log that may change.
  private struct Watched {
    package let position: Int
    package let file: LogFile
    /// What was found in it.
    package var state: LoadedLog
    /// The reader at its end; made when it is first needed, because few of many logs grow.
    package var log: GrowingLog?
    /// What was last told of it.
    package var told: LogChange?
    /// Whether there is nothing more to read.
    package var isLost = false
  }

  private var watched: [Watched] = []

  /// A watch over nothing.
  package init() {}

  /// Watches a log, too, that was read to its end; `state` says what was found in it. Streams come to an end and
  /// are not watched.
  package mutating func add(_ file: LogFile, _ position: Int, _ state: LoadedLog) {
    guard file.size != nil, state.failure == nil else { return }
    watched.append(Watched(position: position, file: file, state: state))
  }

  /// How many logs can change.
  package var count: Int { watched.count }

  /// Looks at each log once.
  ///
  /// - Parameters:
  ///   - isFollowing: whether what was added is read, or only told.
  ///   - post: takes what is found.
  /// - Returns: whether so much was added that the rest was left for the next look.
  package mutating func look(isFollowing: Bool, post: (LogEvent) -> Void) -> Bool {
    var hasRead = false
    var isBehind = false
    for index in watched.indices where !watched[index].isLost {
      let change = watched[index].file.change(since: watched[index].state.bytes)
      if case .grown = change, isFollowing {
        let before = watched[index].state.bytes
        if Self.readOn(&watched[index], post: post) { hasRead = true }
        if watched[index].state.bytes - before >= GrowingLog.longestStep { isBehind = true }
      } else if let change, change != watched[index].told {
        Self.tell(change, of: &watched[index], post: post)
      }
    }
    if hasRead { post(.loaded) }
    return isBehind
  }

  private static func tell(_ change: LogChange, of log: inout Watched, post: (LogEvent) -> Void) {
    log.told = change
    if change == .truncated || change == .rewritten { log.isLost = true }
    post(.changed(log.position, change))
  }

  private static func readOn(_ log: inout Watched, post: (LogEvent) -> Void) -> Bool {
    if log.log == nil { log.log = GrowingLog(log.file, log: Int32(log.position), known: log.state) }
    guard let batches = log.log?.readOn() else {
      tell(.rewritten, of: &log, post: post)
      return false
    }
    guard let last = batches.last else { return false }
    log.state = last.state
    log.told = nil
    if last.state.failure != nil { log.isLost = true }
    post(.grown(batches))
    return true
  }
}
