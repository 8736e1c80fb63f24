internal import RaceModel

/// The rows of a list put into groups: those with most reports first, then those that were seen first.
package struct RaceGroups: Sendable {
  /// The rows in the order of their groups; within a group in the order that they had.
  package let rows: [RaceRow]
  /// The groups, one after the other.
  package let groups: [RaceGroup]

  /// Puts rows into groups.
  package init(_ rows: [RaceRow], by grouping: RaceGrouping, _ facts: RaceFacts) {
    var marks = GroupMarks(grouping, facts)
    var members: [RaceGroup.Mark: Int] = [:]
    var drafts: [Draft] = []
    for (position, row) in rows.enumerated() {
      let mark = marks.mark(row)
      let number = members[mark] ?? drafts.count
      if number == drafts.count {
        members[mark] = number
        drafts.append(Draft(mark: mark, first: row.race))
      }
      drafts[number].add(position, row, facts.index)
      if grouping != .package { drafts[number].add(package: marks.package(row)) }
    }
    drafts.sort { ($1.reports, $0.first) < ($0.reports, $1.first) }
    var ordered: [RaceRow] = []
    ordered.reserveCapacity(rows.count)
    var groups: [RaceGroup] = []
    for draft in drafts {
      let start = ordered.count
      for position in draft.positions { ordered.append(rows[position]) }
      let title = marks.title(draft.mark, draft.positions.lazy.map { rows[$0].race })
      groups.append(
        RaceGroup(
          id: RaceGroup.ID(grouping: grouping, mark: draft.mark), title: title ?? grouping.absence,
          isNamed: title != nil && draft.mark != .unknown, rows: start..<ordered.count, races: draft.races,
          reports: draft.reports, package: draft.package ?? nil))
    }
    (self.rows, self.groups) = (ordered, groups)
  }

  /// A group that rows are still put into.
  private struct Draft {
    let mark: RaceGroup.Mark
    /// The race that was seen first.
    var first: Int
    var positions: [Int] = []
    /// The races of rows that are parts of one.
    private var split: Set<Int> = []
    private var whole = 0
    var reports = 0
    /// The package of all rows so far; nil before the first, nil within where they differ.
    var package: String??

    init(mark: RaceGroup.Mark, first: Int) { (self.mark, self.first) = (mark, first) }

    var races: Int { whole + split.count }

    mutating func add(_ position: Int, _ row: RaceRow, _ index: LogIndex) {
      first = min(first, row.race)
      positions.append(position)
      if row.group == nil { whole += 1 } else { split.insert(row.race) }
      reports += row.count(index)
    }

    mutating func add(package name: String?) {
      guard let package else { return package = .some(name) }
      if package != name { self.package = .some(nil) }
    }
  }
}

/// What tells the groups apart that rows belong to.
private struct GroupMarks {
  private let grouping: RaceGrouping
  private let facts: RaceFacts
  private let families: [Int]
  private var packages: [SiteID: String?] = [:]

  private var index: LogIndex { facts.index }

  init(_ grouping: RaceGrouping, _ facts: RaceFacts) {
    (self.grouping, self.facts) = (grouping, facts)
    families = grouping == .family ? Families.families(of: facts.index.races) : []
  }

  mutating func mark(_ row: RaceRow) -> RaceGroup.Mark {
    switch grouping {
    case .family: return .family(index.races[families[row.race]].key)
    case .package: return package(row).map { .name($0) } ?? .absent
    case .variable:
      guard let explanation = explanation(row) else { return .unknown }
      return explanation.subject.map { .subject($0.words) } ?? .absent
    case .cause:
      guard let explanation = explanation(row) else { return .unknown }
      return explanation.causes.first.map { .cause($0.kind) } ?? .absent
    case .test:
      guard let entry = row.first(index), let during = index.printedDuring(entry), during.test != nil else {
        return .absent
      }
      return .test(during)
    case .log: return row.first(index).map { .name(index.logs[Int($0.log)].name) } ?? .absent
    }
  }

  /// What a heading calls a group; nil when nothing names it.
  func title(_ mark: RaceGroup.Mark, _ races: some Collection<Int>) -> String? {
    switch mark {
    case .family: family(races)
    case .name(let name): grouping == .log ? LogFile.title(name) : name
    case .subject(let words): facts.names.sentence(words)
    case .cause(let kind): kind.words
    case .test(let during): during.test
    case .absent: nil
    case .unknown: "not known yet"
    }
  }

  /// The site that most races of a family have; of several the first.
  private func family(_ races: some Collection<Int>) -> String? {
    var counts: [SiteIdentity: Int] = [:]
    var best: (site: Site, count: Int)?
    for race in races.sorted() {
      let sites = index.races[race].sites.compactMap(\.self)
      if races.count == 1 {
        best = sites.first.map { ($0, 1) }
        break
      }
      var last: SiteIdentity?
      for site in sites {
        let identity = SiteIdentity(site)
        // Both sides can be at the same one.
        guard identity != last, site.function != nil else { continue }
        last = identity
        let count = counts[identity, default: 0] + 1
        counts[identity] = count
        if count > best?.count ?? 0 { best = (site, count) }
      }
    }
    return best.map { best in
      let place = best.site.file.map { String(lastComponent($0)) }
      let words = [best.site.function.map(facts.names.short), place].compactMap(\.self)
      return words.joined(separator: "  ")
    }
  }

  /// The package or folder of the access that a row shows first.
  mutating func package(_ row: RaceRow) -> String? {
    guard let side = row.first(index).flatMap({ $0.first ?? $0.second }) else { return nil }
    if let known = packages[side.site] { return known }
    let package = index[side.site].flatMap { index.races[row.race].package(of: $0) }
    packages[side.site] = .some(package)
    return package
  }

  private func explanation(_ row: RaceRow) -> RaceExplanation? {
    facts.explanations[index.races[row.race].key]
  }
}
