package import RaceModel

/// Checks repeatedly for changes in logs that were read; reads on those that grow, and reads again those that
/// were truncated, rewritten or replaced, like `tail -F`.
package struct LogWatch {
  /// A log that may change.
  private struct Watched {
    let position: Int
    let file: LogFile
    /// What was found in it.
    var state: LoadedLog
    /// Its state where reading ended.
    var checkpoint: LogCheckpoint
    /// The reader at its end; created on demand, because few of many logs grow.
    var log: GrowingLog?
    /// The last reported change.
    var told: LogChange?
    /// Whether another file has its name and is read in its place, while more may still come here.
    var isReplaced = false
    /// Whether there is nothing more to read.
    var isLost = false
    /// The last message about opening it again.
    var failure: InputError?

    mutating func take(_ state: LoadedLog) {
      self.state = state
      checkpoint = file.checkpoint(at: state.bytes)
    }
  }

  private let logs: OpenLogs
  private let post: (LogEvent) -> Void
  private var watched: [Watched] = []

  /// A watch over nothing.
  ///
  /// - Parameter post: takes what is found.
  package init(_ logs: OpenLogs, post: @escaping (LogEvent) -> Void) {
    self.logs = logs
    self.post = post
  }

  /// Adds a log that was read to its end, with `state` as what was found in it. Streams come to an end and
  /// are not watched.
  package mutating func add(_ position: Int, _ state: LoadedLog) {
    let file = logs.files[position]
    guard file.size != nil, state.failure == nil else { return }
    watched.append(
      Watched(position: position, file: file, state: state, checkpoint: file.checkpoint(at: state.bytes)))
  }

  /// How many logs can change.
  package var count: Int { watched.count }

  /// Checks each log once.
  ///
  /// - Parameter isFollowing: whether to read what was added, or only report it.
  /// - Returns: whether so much was added that the rest was left for the next check.
  package mutating func look(isFollowing: Bool) -> Bool {
    var hasRead = false
    var isBehind = false
    for index in watched.indices where !watched[index].isLost {
      let change = watched[index].file.change(since: watched[index].checkpoint)
      switch change {
      case nil: continue
      case .replaced where watched[index].isReplaced: continue
      case .grown where isFollowing:
        let before = watched[index].state.bytes
        if readOn(index) { hasRead = true }
        if watched[index].state.bytes - before >= GrowingLog.longestStep { isBehind = true }
      case let change? where isFollowing: if readAnew(index, change) { hasRead = true }
      case let change?: tell(change, of: index)
      }
    }
    if hasRead { post(.loaded) }
    return isBehind
  }

  /// Reads the logs that have appeared in folders.
  package mutating func readNew() {
    let (added, failures) = logs.openNew()
    for failure in failures { post(.failed(failure)) }
    guard !added.isEmpty else { return }
    post(.opened(logs.files.count))
    for position in added { read(position) }
    post(.loaded)
  }

  private mutating func tell(_ change: LogChange, of index: Int) {
    guard watched[index].told != change else { return }
    watched[index].told = change
    post(.changed(watched[index].position, change))
  }

  private mutating func readOn(_ index: Int) -> Bool {
    if watched[index].log == nil {
      let log = watched[index]
      watched[index].log = GrowingLog(log.file, log: Int32(log.position), known: log.state)
    }
    guard let batches = watched[index].log?.readOn() else { return readAnew(index, .rewritten) }
    guard let last = batches.last else { return false }
    watched[index].take(last.loaded)
    watched[index].told = nil
    if last.loaded.failure != nil { watched[index].isLost = true }
    post(.grown(batches))
    return true
  }

  /// Reads the file that has a log's name now as another log; what was read from the previous one stays.
  private mutating func readAnew(_ index: Int, _ change: LogChange) -> Bool {
    let position: Int
    do throws(InputError) {
      position = try logs.openAgain(watched[index].position)
      watched[index].failure = nil
    } catch {
      // It is retried with each check, but reported once.
      if watched[index].failure != error { post(.failed(error)) }
      watched[index].failure = error
      tell(change, of: index)
      return false
    }
    watched[index].isReplaced = true
    if change != .replaced { watched[index].isLost = true }
    post(.restarted(watched[index].position, change))
    post(.opened(logs.files.count))
    read(position)
    return true
  }

  /// Reads a new log to its end, and watches it.
  private mutating func read(_ position: Int) {
    var reader = LogReader()
    var batches: [IndexBatch] = []
    reader.read(logs.files[position], log: Int32(position)) { batch in
      batches.append(batch)
      return true
    }
    guard let state = batches.last?.loaded else { return }
    post(.grown(batches))
    add(position, state)
  }
}
