package import RaceModel

/// Looks again and again what has become of logs that were read; reads on those that grow, and anew those that were
/// truncated, rewritten or replaced, as `tail -F` does.
package struct LogWatch {
  /// A log that may change.
  private struct Watched {
    let position: Int
    let file: LogFile
    /// What was found in it.
    var state: LoadedLog
    /// What it was like where reading ended.
    var mark: LogMark
    /// The reader at its end; made when it is first needed, because few of many logs grow.
    var log: GrowingLog?
    /// What was last told of it.
    var told: LogChange?
    /// Whether another file has its name, which is read in its place: more may still come here.
    var isReplaced = false
    /// Whether there is nothing more to read.
    var isLost = false
    /// What was last said of opening it anew.
    var failure: InputError?

    mutating func take(_ state: LoadedLog) {
      self.state = state
      mark = file.mark(at: state.bytes)
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

  /// Watches a log, too, that was read to its end; `state` says what was found in it. Streams come to an end and
  /// are not watched.
  package mutating func add(_ position: Int, _ state: LoadedLog) {
    let file = logs.files[position]
    guard file.size != nil, state.failure == nil else { return }
    watched.append(
      Watched(position: position, file: file, state: state, mark: file.mark(at: state.bytes)))
  }

  /// How many logs can change.
  package var count: Int { watched.count }

  /// Looks at each log once.
  ///
  /// - Parameter isFollowing: whether what was added is read, or only told.
  /// - Returns: whether so much was added that the rest was left for the next look.
  package mutating func look(isFollowing: Bool) -> Bool {
    var hasRead = false
    var isBehind = false
    for index in watched.indices where !watched[index].isLost {
      let change = watched[index].file.change(since: watched[index].mark)
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
    watched[index].take(last.state)
    watched[index].told = nil
    if last.state.failure != nil { watched[index].isLost = true }
    post(.grown(batches))
    return true
  }

  /// Reads what has a log's name now as another log: what was read of the one before stays.
  private mutating func readAnew(_ index: Int, _ change: LogChange) -> Bool {
    let position: Int
    do throws(InputError) {
      position = try logs.openAgain(watched[index].position)
      watched[index].failure = nil
    } catch {
      // It is tried again with each look, and said once.
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

  /// Reads a log that is new to its end, and watches it.
  private mutating func read(_ position: Int) {
    var reader = LogReader()
    var batches: [IndexBatch] = []
    reader.read(logs.files[position], log: Int32(position)) { batch in
      batches.append(batch)
      return true
    }
    guard let state = batches.last?.state else { return }
    post(.grown(batches))
    add(position, state)
  }
}
