internal import RaceModel

/// What rows of a group share, as numbers of the index: cheap to compare, and valid for one arrangement.
enum GroupFact: Hashable {
  /// A family by the position of its first race, a log, or a package by its number.
  case number(Int)
  /// What races are on; `isInferred` if the words depend on it.
  case subject(Subject.Kind, isInferred: Bool)
  /// A cause.
  case cause(Cause.Kind)
  /// A test and its package.
  case test(PrintedDuring)
  /// Who last changed the line.
  case owner(String)
  /// The logs do not tell.
  case absent
  /// It is not known yet.
  case unknown
}

/// Finds the groups of rows, and their names.
struct GroupFacts {
  private let grouping: RaceGrouping
  private let facts: RaceFacts
  private let families: [Int]
  private var packages = PackageTable()

  /// That of the facts: to get it for each row would copy it.
  private let index: LogIndex

  init(_ grouping: RaceGrouping, _ facts: RaceFacts) {
    (self.grouping, self.facts, index) = (grouping, facts, facts.index)
    families = grouping == .family ? facts.families ?? Families.families(of: facts.index) : []
  }

  /// What the row shares with others in its group.
  mutating func fact(_ row: RaceRow) -> GroupFact {
    switch grouping {
    case .family: return .number(families[row.race])
    case .package:
      let package = packages.package(of: row, index)
      return package < 0 ? .absent : .number(package)
    case .variable:
      guard let topic = topic(row) else { return .unknown }
      guard let subject = topic.subject else { return .absent }
      return .subject(subject.kind, isInferred: subject.kind == .global(name: nil) && subject.isInferred)
    case .cause:
      guard let topic = topic(row) else { return .unknown }
      return topic.causes.first.map { .cause($0.kind) } ?? .absent
    case .test:
      guard let entry = row.first(index), let during = index.printedDuring(entry), during.test != nil else {
        return .absent
      }
      // Whichever job ran it.
      return .test(PrintedDuring(package: during.package, test: during.test))
    case .owner:
      guard let owner = facts.owners[index.races[row.race].key] else { return .unknown }
      return owner.map { .owner($0) } ?? .absent
    case .log: return row.first(index).map { .number(Int($0.log)) } ?? .absent
    }
  }

  /// The permanent identity of a group, and its heading; nil if nothing names it.
  func heading(_ fact: GroupFact, _ rows: ArraySlice<RaceRow>) -> (RaceGroup.Value, RaceGroup.Heading?) {
    switch fact {
    case .number(let number):
      switch grouping {
      case .family: return (.family(index.races[number].key), site(ofMost: rows).map { .site($0) })
      case .log:
        let name = index.logs[number].name
        return (.name(name), .text(LogFile.title(name)))
      default: return (.name(packages.names[number]), .text(packages.names[number]))
      }
    case .subject:
      let words = rows.first.flatMap { topic($0)?.subject?.words } ?? ""
      return (.subject(words), .text(facts.names.sentence(words)))
    case .cause(let kind): return (.cause(kind), .text(kind.words))
    case .test(let during): return (.test(during), during.test.map { .text($0) })
    case .owner(let name): return (.name(name), .text(name))
    case .absent: return (.absent, nil)
    case .unknown: return (.unknown, .text("not known yet"))
    }
  }

  /// The site that most races of a family have; the first of several.
  private func site(ofMost rows: ArraySlice<RaceRow>) -> Site? {
    guard let (first, second) = rows.first.flatMap({ first in rows.last.map { (first.race, $0.race) } })
    else {
      return nil
    }
    func site(of race: Int, where test: (SiteID) -> Bool = { _ in true }) -> SiteID? {
      index.races[race].siteIDs.first { $0.index >= 0 && test($0) }
    }
    if rows.count == 1 { return site(of: first).flatMap { index[$0] } }
    // Most families are pairs, whose common site needs no counting.
    if rows.count == 2 {
      let earlier = min(first, second), later = max(first, second)
      let shared = site(of: earlier) { own in
        site(of: later) { index.identity(of: $0) == index.identity(of: own) } != nil
      }
      // The race that connects them can be hidden.
      return (shared ?? site(of: earlier)).flatMap { index[$0] }
    }
    var counts: [Int: Int] = [:]
    var best: (site: SiteID, count: Int)?
    for race in Set(rows.lazy.map(\.race)).sorted() {
      var last: Int?
      for site in index.races[race].siteIDs where site.index >= 0 {
        let identity = index.identity(of: site)
        // Both sides can be at the same one.
        guard identity != last else { continue }
        last = identity
        let count = counts[identity, default: 0] + 1
        counts[identity] = count
        if count > best?.count ?? 0 { best = (site, count) }
      }
    }
    return best.flatMap { index[$0.site] }
  }

  private func topic(_ row: RaceRow) -> ExplainedRaces.Topic? {
    facts.explanations.topic(of: index.races[row.race].key)
  }
}
