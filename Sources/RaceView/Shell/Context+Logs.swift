internal import RaceModel
internal import RaceText
internal import RaceWork

/// Takes what was read from the logs without disturbing the user.
extension Context {
  /// Takes what was read.
  ///
  /// - Returns: whether reports may have been taken back, so that screens must find their contents again.
  mutating func take(_ event: LogEvent) -> Bool {
    switch event {
    case .batch(let batch):
      model.logs.append([batch])
      arrangeList()
      askWords()
    case .loaded: finish()
    case .opened(let count): model.logs.count = count
    case .changed(let log, let change): model.logs.changes[log] = change
    case .restarted(let log, let change):
      model.logs.changes[log] = change
      model.logs.restarted.insert(log)
      let name = index.logs.indices.contains(log) ? LogFile.title(index.logs[log].name) : "a log"
      say("\(name) \(change.words); reloading", isWarning: true)
    case .grown(let batches): return grow(batches)
    case .failed(let error): say("\(error)", isWarning: true)
    }
    return false
  }

  private mutating func finish() {
    if !model.logs.isLoaded {
      // Names the log that could not be read to its end, because the list alone looks complete.
      let failures = index.failures.map(\.description)
      if !failures.isEmpty {
        say(failures.joined(separator: "; "), isWarning: true)
      } else if let before = model.logs.before {
        say("reloaded: \(LogsOutline(index).changes(since: before))")
      }
    }
    model.logs.isLoaded = true
    wantExplanations()
    askStacks()
    askDoubts()
  }

  /// Appends what was found. A report cut off by the end of the log may belong to another race now.
  private mutating func grow(_ batches: [IndexBatch]) -> Bool {
    guard let log = batches.first?.log else { return false }
    if case .grown = model.logs.changes[Int(log)] { model.logs.changes[Int(log)] = nil }
    model.stacks.reset()
    let isReadOn = index.hasOpenEnded(log)
    let open = isReadOn ? index.reports.filter { $0.log == log && $0.isOpenEnded } : []
    let keys = open.map { index.race(of: $0).key }
    model.logs.append(batches)
    model.comparison.reset()
    if isReadOn {
      model.generation.advance()
      model.words.reset()
      // The explanation of the beginning of a report does not apply to all of it.
      model.explanations.forget(keys)
      list.rename(renamed(Dictionary(zip(open.map(\.id), keys)) { first, _ in first }))
    }
    arrangeList()
    askStacks()
    askWords()
    // While the log is being read, nothing is reported missing.
    if model.logs.isLoaded { askDoubts() }
    return isReadOn
  }

  /// Missing races are known only once the run is known to be complete.
  private mutating func askDoubts() {
    if model.comparison.older != nil { ask(.doubts(DoubtRequest(index))) }
  }

  /// The races that are gone, and the races of their reports now.
  private func renamed(_ keys: [ReportID: RaceKey]) -> [RaceKey: RaceKey] {
    var renamed: [RaceKey: RaceKey] = [:]
    for (report, key) in keys where index.position(of: key) == nil {
      guard let position = index.position(of: report) else { continue }
      renamed[key] = index.race(of: index.reports[position]).key
    }
    return renamed
  }

  /// Finds the open report again after reports were taken back, and requests the rest of it.
  ///
  /// - Returns: false if it turned out not to be a report.
  mutating func followReport() -> Bool {
    // The report shown by the list may have grown.
    previewed = nil
    guard var shown = report else { return true }
    let before = shown.entry
    guard shown.follow(index) else {
      report = nil
      return false
    }
    report = shown
    if before.isOpenEnded { read() }
    return true
  }
}
