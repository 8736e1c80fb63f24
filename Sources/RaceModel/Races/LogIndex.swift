/// What has been read so far: logs, reports and their races. Batches of a reader are appended; positions do
/// not change, unless a log that has grown is read on inside a report.
public struct LogIndex: Sendable {
  /// The logs, in the order in which they are read.
  public private(set) var logs: [LoadedLog] = []
  /// All reports, in the order in which they were found.
  public private(set) var reports: [ReportEntry] = []
  /// The races, by first sight.
  public private(set) var races: [Race] = []
  /// The detectors of the reports.
  package private(set) var detectors: Set<Detector> = []
  private(set) var sites = NumberedSites()
  /// The meaning of each reader's numbers.
  private var tables: [Reader: ReaderTable] = [:]
  /// The reports whose test a result named, see `TestClaim`.
  private var namedByResult: Set<ReportID> = []
  private var runs = RunTable()
  private var raceTable = RaceTable()
  /// For each report, the last byte at which a report of its log up to there begins: how far back to search
  /// for a claim.
  private var reach: [Int] = []
  private var reachOfLog: [Int32: Int] = [:]

  /// One of the readers of a log.
  private struct Reader: Hashable {
    var log: Int32
    var number: Int32
  }

  /// An empty index.
  public init() {}

  /// How many runs there are, see `LogRun`.
  public var runCount: Int { runs.count }

  /// The race of a report.
  public func race(of report: ReportEntry) -> Race { races[Int(report.race)] }

  /// The position of the race with an identity; nil for none.
  public func position(of key: RaceKey) -> Int? { raceTable.position(of: key) }

  /// The test and the job during which a report was printed.
  public func printedDuring(_ report: ReportEntry) -> PrintedDuring? {
    let during = PrintedDuring(
      package: sites.names.name(report.duringPackage), test: sites.names.name(report.duringTest),
      job: sites.names.name(report.duringJob))
    return during == PrintedDuring(package: nil, test: nil) ? nil : during
  }

  /// The logs that could not be read to their end, or whose reports cannot all be reread, and why.
  public var failures: [InputError] {
    logs.enumerated().compactMap { position, log in
      let cause = log.failure ?? lostCopy(of: Int32(position)).map { .notCopied($0) }
      return cause.map { InputError(name: log.name, cause: $0) }
    }
  }

  /// Where the copy of a log ended, if there are reports after that.
  private func lostCopy(of log: Int32) -> CopyEnd? {
    guard let end = logs[Int(log)].copyEnd else { return nil }
    return reports.contains { $0.log == log && $0.bytes.upperBound > end.bytes } ? end : nil
  }

  /// Positions of all reports in the order of the input.
  package var reportsInOrder: [Int] { inOrder(Array(reports.indices)) }

  /// Positions of reports in the order of the input.
  package func inOrder(_ positions: [Int]) -> [Int] {
    positions.sorted {
      (reports[$0].log, reports[$0].start, $0) < (reports[$1].log, reports[$1].start, $1)
    }
  }

  /// Whether no earlier report can still come, while logs are read one after the other.
  package func isSettled(_ report: ReportEntry) -> Bool {
    Int(report.log) < logs.count - 1 || report.start < logs[Int(report.log)].settled
  }

  /// Takes what a reader has found since its last batch.
  public mutating func append(_ batch: IndexBatch) {
    if batch.readsOn { takeBack(openEndedOf: batch.log) }
    let reader = Reader(log: batch.log, number: batch.found.reader)
    var table = batch.found.isFirst ? ReaderTable() : tables.removeValue(forKey: reader) ?? ReaderTable()
    makeRoom(for: batch)
    table.add(batch.found, to: &sites)
    let inherited = TestIDs(
      package: -1, test: batch.inheritedTest.map { sites.number(of: $0) } ?? -1,
      job: batch.inheritedJob.map { sites.number(of: $0) } ?? -1)
    if logs.count <= Int(batch.log) {
      logs.append(batch.loaded)
    } else {
      logs[Int(batch.log)] = batch.loaded
    }
    if batch.loaded.isRun { runs.addRun(of: batch.log) }
    for var report in batch.reports {
      report.renumber(table, inherited: inherited)
      append(report)
    }
    take(batch, table, inherited.test)
    tables[reader] = table
  }

  /// Assigns reports to the tests that were blamed for them, or takes them back.
  private mutating func take(
    _ batch: IndexBatch, _ table: borrowing ReaderTable, _ inherited: SymbolTable.ID
  ) {
    guard let earliest = batch.claims.lazy.compactMap({ $0.reports.min() }).min() else { return }
    var positions: [Int: [Int]] = [:]
    for position in reports.indices.reversed() where reports[position].log == batch.log {
      if reach[position] < earliest { break }
      positions[reports[position].start, default: []].append(position)
    }
    for claim in batch.claims {
      let test = claim.test == TestIDs.inherited ? inherited : table[name: claim.test]
      guard test >= 0 else { continue }
      for start in Set(claim.reports) {
        // A report that was dropped does not exist.
        for position in positions[start] ?? [] { give(position, to: test, on: claim.ground, table) }
      }
    }
  }

  private mutating func give(
    _ position: Int, to test: SymbolTable.ID, on ground: TestClaim.Ground, _ table: borrowing ReaderTable
  ) {
    let announced = reports[position].duringTest
    switch ground {
    case .announcement:
      guard announced >= 0 else { return }
      if isSubtest(announced, of: test) { reports[position].duringTest = test }
    case .result:
      guard announced < 0 else { return }
      reports[position].duringTest = test
      namedByResult.insert(reports[position].id)
    case .doubt:
      if namedByResult.remove(reports[position].id) != nil { reports[position].duringTest = -1 }
    case .passed(let name):
      let passed = table[name: name]
      guard announced >= 0, passed >= 0 else { return }
      if announced == passed || isSubtest(announced, of: passed) {
        reports[position].duringTest = test
      }
    case .package:
      if reports[position].duringPackage < 0 { reports[position].duringPackage = test }
    }
  }

  private func isSubtest(_ name: SymbolTable.ID, of test: SymbolTable.ID) -> Bool {
    sites.names[name].utf8.starts(with: (sites.names[test] + "/").utf8)
  }

  /// Reserves room for as many reports, races and sites as there will be if the rest of the log is like what was
  /// read: an array that grows on demand is moved repeatedly, and is in memory twice each time. Room that is not used
  /// takes no memory.
  private mutating func makeRoom(for batch: IndexBatch) {
    guard let size = batch.loaded.size, batch.loaded.bytes > 0 else { return }
    let rest = Double(size - batch.loaded.bytes) / Double(batch.loaded.bytes)
    func room(for needed: Int, found: Int) -> Int {
      needed + max(needed / 2, Int(min(rest * Double(found) * 1.1, 262_144)))
    }
    let more = batch.reports.count
    if reports.count + more > reports.capacity {
      reports.reserveCapacity(room(for: reports.count + more, found: batch.loaded.reportCount))
    }
    if races.count + more > races.capacity {
      races.reserveCapacity(room(for: races.count + more, found: races.count))
    }
    if raceTable.count + more > raceTable.capacity {
      raceTable.reserveCapacity(room(for: raceTable.count + more, found: raceTable.count))
    }
    let moreSites = batch.found.sites.count
    if sites.count + moreSites > sites.capacity {
      sites.reserveCapacity(room(for: sites.count + moreSites, found: sites.count))
    }
  }

  /// Whether a log ended inside a report, so that positions change when it is read on.
  package func hasOpenEnded(_ log: Int32) -> Bool {
    reports.contains { $0.log == log && $0.isOpenEnded }
  }

  /// Removes the reports that the end of a log had cut off, because they are read on.
  private mutating func takeBack(openEndedOf log: Int32) {
    guard hasOpenEnded(log) else { return }
    let kept = reports.filter { $0.log != log || !$0.isOpenEnded }
    reports = []
    reach = []
    reachOfLog = [:]
    races = []
    detectors = []
    raceTable = RaceTable()
    runs = RunTable()
    for (position, log) in logs.enumerated() where log.isRun { runs.addRun(of: Int32(position)) }
    for report in kept { append(report) }
  }

  // Consuming, and kept last: an entry is large and owns arrays, and a log has very many.
  private mutating func append(_ report: consuming ReportEntry) {
    let position = Int32(reports.count)
    let membership = raceTable.membership(of: report, sites, &races)
    report.race = membership.race
    report.run = runs.number(LogRun(log: report.log, process: report.process))
    recordReach(of: report)
    let index = Int(report.race)
    if races[index].reports.isEmpty {
      races[index].leadingSite = report.leadingSite
      detectors.insert(report.detector)
    }
    races[index].reports.append(position)
    races[index].add(run: report.run)
    if !report.isComplete { races[index].addIncomplete() }
    if let side = report.first { add(side, to: index, slot: membership.slots.a) }
    if let side = report.second { add(side, to: index, slot: membership.slots.b) }
    reports.append(report)
  }

  private mutating func recordReach(of report: ReportEntry) {
    guard let last = reports.last, let reached = reach.last, last.log == report.log else {
      // The log of the report before has its value noted while others are read.
      if let last = reports.last, let reached = reach.last { reachOfLog[last.log] = reached }
      return reach.append(max(reachOfLog[report.log] ?? 0, report.start))
    }
    reach.append(max(reached, report.start))
  }

  /// Records the printed form of an access.
  private mutating func add(_ side: ReportEntry.Side, to race: Int, slot: UInt8) {
    guard side.site.index >= 0 else { return }
    races[race].add(variant(side), slot: slot)
  }
}
