internal import RaceModel
internal import RaceText
internal import RaceWork

/// Taking in what was read of the logs, so that whatever the user is at stays as it is.
extension Context {
  /// Takes what was read.
  ///
  /// - Returns: whether reports may have been taken back, so that screens must find what they show again.
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
      say("\(name) \(change.words); it is read anew", isWarning: true)
    case .grown(let batches): return grow(batches)
    case .failed(let error): say("\(error)", isWarning: true)
    }
    return false
  }

  private mutating func finish() {
    if !model.logs.isLoaded {
      // Which log could not be read to its end: the list alone looks complete.
      let failures = index.failures.map(\.description)
      if !failures.isEmpty { say(failures.joined(separator: "; "), isWarning: true) }
    }
    model.logs.isLoaded = true
    wantExplanations()
    askStacks()
    askDoubts()
  }

  /// Appends what was found. A report that the log's end had cut off may be another race's now.
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
      // What was worked out of the beginning of a report does not hold for all of it.
      model.explanations.forget(keys)
      list.rename(renamed(Dictionary(zip(open.map(\.id), keys)) { first, _ in first }))
    }
    arrangeList()
    askStacks()
    askWords()
    // While the log is read nothing is told of what it lacks.
    if model.logs.isLoaded { askDoubts() }
    return isReadOn
  }

  /// What is not seen can be told when it is known that the run came to its end.
  private mutating func askDoubts() {
    if model.comparison.older != nil { ask(.doubts(DoubtRequest(index))) }
  }

  /// The races that are gone, and to which their reports belong now.
  private func renamed(_ keys: [ReportID: RaceKey]) -> [RaceKey: RaceKey] {
    var renamed: [RaceKey: RaceKey] = [:]
    for (report, key) in keys where index.position(of: key) == nil {
      guard let position = index.position(of: report) else { continue }
      renamed[key] = index.race(of: index.reports[position]).key
    }
    return renamed
  }

  /// Finds the open report again after reports were taken back, and has the rest of it read.
  ///
  /// - Returns: false when it turned out to be none.
  mutating func followReport() -> Bool {
    // What the list shows of a report may have grown.
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
