internal import RaceModel

/// Races of a list that have something in common, and their totals.
package struct RaceGroup: Sendable {
  /// What the races have in common, whatever the place of the group in the list.
  package struct ID: Hashable, Sendable {
    let grouping: RaceGrouping
    let mark: Mark
  }

  /// What tells a group from the others.
  enum Mark: Hashable, Sendable {
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
    /// It is not worked out yet.
    case unknown
  }

  /// What the races have in common.
  package let id: ID
  /// What a heading calls it.
  package let title: String
  /// Whether the title names it; else it says that nothing does.
  package let isNamed: Bool
  /// Its rows of the list.
  package let rows: Range<Int>
  /// How many races it has: fewer than rows when races are split.
  package let races: Int
  /// How many reports these have.
  package let reports: Int
  /// The package or folder that all of its races are in; nil where they differ, or are grouped by it.
  package let package: String?

  /// `3 races, 5 reports`
  package var totals: String { "\(Counting.plural(races, "race")), \(Counting.plural(reports, "report"))" }
}
