import RaceModel

/// A log read to its end.
struct ReadLog {
  let file: LogFile
  let index: LogIndex
  let batches: [IndexBatch]

  init(_ file: LogFile, with reader: consuming LogReader) {
    var index = LogIndex()
    var batches: [IndexBatch] = []
    reader.read(file, log: 0) { batch in
      index.append(batch)
      batches.append(batch)
      return true
    }
    self.file = file
    self.index = index
    self.batches = batches
  }

  /// A log read in some other way.
  init(_ file: LogFile, _ index: LogIndex) {
    self.file = file
    self.index = index
    batches = []
  }

  /// The entries in log order.
  var entries: [ReportEntry] { index.reportsInOrder.map { index.reports[$0] } }

  /// A report, read in full.
  func detailed(_ entry: ReportEntry) -> DetailedReport? {
    entry.read(from: file, during: index.printedDuring(entry))
  }

  /// The index's contents, one line per report.
  var summary: [String] {
    let log = index.logs.first
    let head = "\(log?.bytes ?? -1) bytes, \(log?.lineCount ?? -1) lines, \(log?.reportCount ?? -1) reports"
    let notes = log?.notes ?? LogNotes()
    return [head] + entries.map(line) + notes.kept.map { "\($0)" } + ["\(notes.omitted) notes omitted"]
  }

  private func line(_ entry: ReportEntry) -> String {
    let sides = [entry.first, entry.second].map { (side: ReportEntry.Side?) -> String in
      guard let side else { return "none" }
      let flags = "\(side.letter)\(side.isAtomic ? "a" : "")\(side.isPrevious ? "p" : "")"
      return "\(flags) \(side.address?.description ?? "") \(Self.words(index[side.site]))"
    }
    let more = entry.moreSites.map { Self.words(index[$0]) }
    let during = index.printedDuring(entry)
    let related = entry.related.map { "\($0.start)+\($0.count)@\($0.line)" }
    return """
      \(entry.detector) \(entry.kind) \(entry.startLine)/\(entry.line)-\(entry.endLine) \
      \(entry.start)+\(entry.byteCount) \(entry.isComplete) \(sides) \(more) \(during?.package ?? "-") \
      \(during?.test ?? "-") \(index.race(of: entry).key) \(related)
      """
  }

  private static func words(_ site: Site?) -> String {
    site.map { "\($0.function ?? "-") \($0.file ?? "-") \($0.line.map(String.init) ?? "-")" } ?? "?"
  }
}
