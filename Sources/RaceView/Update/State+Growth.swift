internal import RaceModel

/// Taking in what was added to a log, so that whatever the user is at stays as it is.
extension State {
  /// Appends what was found. A report that the log's end had cut off may be another race's now.
  mutating func grow(_ batches: [IndexBatch]) -> [Effect] {
    guard let source = batches.first?.source else { return [] }
    if case .grown = changes[Int(source)] { changes[Int(source)] = nil }
    asksStacks = false
    stackHashes = []
    guard index.hasOpenEnded(source) else {
      for batch in batches { index.append(batch) }
      arrangeList()
      return []
    }
    let old = index
    for batch in batches { index.append(batch) }
    // What was worked out of the beginning of a report does not hold for all of it.
    for report in old.reports where report.source == source && report.isOpenEnded {
      explanations[old.race(of: report).key] = nil
    }
    var list = list
    list.renumber { race(old.races[$0], of: old) }
    self.list = list
    arrangeList()
    if !sites.sites.isEmpty { sites.sites = HotSite.sites(of: index) }
    sites.cursor = max(0, min(sites.cursor, sites.sites.count - 1))
    return regainPair(old) + regainRaw(old)
  }

  /// Where a race is now.
  private func race(_ race: Race, of old: LogIndex) -> Int? {
    if let position = index.position(of: race.key) { return position }
    return race.reports.first.flatMap { report(Int($0), of: old) }.map { Int(index.reports[$0].race) }
  }

  /// Where a report is now.
  private func report(_ position: Int, of old: LogIndex) -> Int? {
    let report = old.reports[position]
    return index.position(ofReportAt: report.start, of: report.source)
  }

  /// Finds the open report again, and asks for the rest of it.
  private mutating func regainPair(_ old: LogIndex) -> [Effect] {
    guard let pair, old.races.indices.contains(pair.race), pair.row.reports(old).indices.contains(pair.place)
    else { return [] }
    let before = Int(pair.row.reports(old)[pair.place])
    guard let now = report(before, of: old) else {
      // What looked like the beginning of a report was none.
      self.pair = nil
      raw = raw?.report == nil ? raw : nil
      screens = screens.filter { $0 != .pair && $0 != .fork && ($0 != .raw || raw != nil) }
      message = Message("what was open turned out to be no report", isWarning: true)
      return []
    }
    let row = RaceRow(race: Int(index.reports[now].race))
    self.pair?.row = row
    self.pair?.place = row.reports(index).firstIndex(of: Int32(now)) ?? 0
    guard old.reports[before].isOpenEnded else { return [] }
    self.pair?.hasGrown = true
    return [.readReport(now)]
  }

  /// Finds the report again whose text is open, and asks for the rest of it.
  private mutating func regainRaw(_ old: LogIndex) -> [Effect] {
    guard let before = raw?.report else { return [] }
    guard let now = report(before, of: old) else {
      raw = nil
      screens = screens.filter { $0 != .raw }
      return []
    }
    raw?.report = now
    return old.reports[before].isOpenEnded && screen == .raw ? [.readRaw(now)] : []
  }
}
