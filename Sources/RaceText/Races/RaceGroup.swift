internal import RaceModel

/// Races of a list that have something in common, and their totals.
package struct RaceGroup: Sendable {
  /// What the races have in common, independent of the group's place in the list.
  package struct ID: Hashable, Sendable {
    let grouping: RaceGrouping
    let value: Value
  }

  /// The identity of a group.
  enum Value: Hashable, Sendable {
    /// A family, by its first race.
    case family(RaceKey)
    /// A package, a log.
    case name(String)
    /// What races are on.
    case subject(String)
    /// A cause.
    case cause(Cause.Kind)
    /// A test and its package.
    case test(PrintedDuring)
    /// The logs do not tell.
    case absent
    /// It is not known yet.
    case unknown
  }

  /// What the races have in common.
  package let id: ID
  /// The source of its title; titles are made only for headings on the screen.
  enum Heading: Sendable {
    case text(String)
    case site(Site)
  }

  private let heading: Heading
  /// Whether the title names it; otherwise it says that nothing does.
  package let isNamed: Bool
  /// Its rows in the list.
  package let rows: Range<Int>
  /// How many races it has: fewer than rows when races are split.
  package let races: Int
  /// How many reports these have.
  package let reports: Int

  init(id: ID, heading: Heading, isNamed: Bool, rows: Range<Int>, races: Int, reports: Int) {
    (self.id, self.heading, self.isNamed) = (id, heading, isNamed)
    (self.rows, self.races, self.reports) = (rows, races, reports)
  }

  /// Its name in a heading.
  package func title(_ names: ShownNames) -> String {
    switch heading {
    case .text(let text): return text
    case .site(let site):
      let place = site.file.map { String(lastComponent($0)) }
      return [site.function.map(names.short), place].compactMap(\.self).joined(separator: "  ")
    }
  }

  /// `3 races, 5 reports`
  package var totals: String { "\(Counting.plural(races, "race")), \(Counting.plural(reports, "report"))" }
}
