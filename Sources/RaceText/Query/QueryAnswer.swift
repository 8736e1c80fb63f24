internal import RaceModel

/// Which races match a query, as far as known.
package struct QueryAnswer: Sendable {
  /// Whether each race of the index is shown.
  package let isShown: [Bool]

  /// Answers a query.
  package init(_ query: Query, _ facts: RaceFacts, _ words: inout WordIndex) {
    var isShown = [Bool](repeating: true, count: facts.index.races.count)
    for term in query.isOn ? query.terms : [] {
      let found = Self.races(term, facts, &words)
      for race in isShown.indices where found[race] == term.isNegated { isShown[race] = false }
    }
    self.isShown = isShown
  }

  /// The races that match a term, negated or not.
  private static func races(_ term: QueryTerm, _ facts: RaceFacts, _ words: inout WordIndex) -> [Bool] {
    var found = [Bool](repeating: false, count: facts.index.races.count)
    let (index, pattern) = (facts.index, term.pattern)
    func asks(_ field: QueryField) -> Bool { term.field == nil || term.field == field }
    if term.field?.needsReports != false {
      words.mark(pattern, in: term.field, race: { Int(index.reports[$0].race) }, &found)
      markSites(term, facts, from: words.reportCount, &found)
    }
    if asks(.package) || asks(.test) {
      index.markRaces(
        inPackage: { asks(.package) && pattern.matches($0) }, inTest: { asks(.test) && pattern.matches($0) },
        &found)
    }
    if asks(.log), index.logs.contains(where: { pattern.matches($0.name) }) {
      markLogs(pattern, index, &found)
    }
    var memo = RaceMemo(pattern)
    for position in index.races.indices where !found[position] {
      found[position] = holds(term, position, facts, &memo)
    }
    return found
  }

  /// Whether a race matches a term without reading its reports.
  private static func holds(
    _ term: QueryTerm, _ position: Int, _ facts: RaceFacts, _ memo: inout RaceMemo
  ) -> Bool {
    let races = facts.index.races
    func asks(_ field: QueryField) -> Bool { term.field == nil || term.field == field }
    if asks(.kind), memo.matches(races[position].kind) { return true }
    if asks(.detector), memo.matches(races[position].detector) { return true }
    if term.field == .is { return holds(QueryState(rawValue: term.pattern.text), races[position], facts) }
    if term.field == .mark {
      guard !facts.triage.isEmpty, let entry = facts.triage[races[position].key] else { return false }
      return term.pattern.matches(entry.stateText) || entry[.why].map { term.pattern.matches($0) } == true
    }
    guard asks(.cause) || asks(.on), let topic = facts.explanations.topic(of: races[position].key) else {
      return false
    }
    if asks(.cause), topic.causes.contains(where: { memo.matches($0.kind) }) { return true }
    guard asks(.on) else { return false }
    return topic.subject.map { memo.matches($0) } == true || topic.name.map(term.pattern.matches) == true
  }

  /// What the index itself knows about reports that were not reread: their sites.
  private static func markSites(
    _ term: QueryTerm, _ facts: RaceFacts, from first: Int, _ found: inout [Bool]
  ) {
    let index = facts.index
    guard first < index.reports.count || facts.names.isDemangled, !index.reports.isEmpty else { return }
    var known: [SiteID: Bool] = [:]
    // Reports do not contain demangled names.
    for entry in facts.names.isDemangled ? index.reports[...] : index.reports[first...] {
      for side in [entry.first, entry.second] {
        guard let side, let site = index[side.site] else { continue }
        let isMatch = known[side.site] ?? matches(term, site, facts.names)
        known[side.site] = isMatch
        if isMatch { found[Int(entry.race)] = true }
      }
    }
  }

  private static func matches(_ term: QueryTerm, _ site: Site, _ names: ShownNames) -> Bool {
    let line = site.line.map { ":\($0)" } ?? ""
    let functions = term.field == nil || term.field == .function ? names.searchable(site.function) : []
    let paths = term.field == nil || term.field == .path ? [site.file.map { $0 + line }, site.module] : []
    let files = term.field == .file ? [site.fileName.map { $0 + line }] : []
    return (functions + (paths + files).compactMap(\.self)).contains(where: term.pattern.matches)
  }

  private static func markLogs(_ pattern: SearchPattern, _ index: LogIndex, _ found: inout [Bool]) {
    let isMatch = index.logs.map { pattern.matches($0.name) }
    for entry in index.reports where isMatch[Int(entry.log)] { found[Int(entry.race)] = true }
  }

  private static func holds(_ state: QueryState?, _ race: Race, _ facts: RaceFacts) -> Bool {
    switch state {
    case .half: race.isHalf
    case .complete: race.incompleteCount == 0
    case .damaged: race.incompleteCount > 0
    case .atomic:
      race.reports.contains { position in
        let entry = facts.index.reports[Int(position)]
        return entry.first?.isAtomic == true || entry.second?.isAtomic == true
      }
    case .seen: facts.triage[race.key] != nil
    case .unseen: facts.triage[race.key] == nil
    case .settled: facts.triage[race.key]?.state?.isSettled == true
    case .new: facts.comparison?.novelties[race.key] == .new
    case .still: facts.comparison?.novelties[race.key] == .still
    case .explained: facts.explanations.topic(of: race.key)?.causes.isEmpty == false
    case nil: false
    }
  }
}
