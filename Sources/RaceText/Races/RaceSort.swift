/// The sort keys of a list of races: its columns, and the order of the logs.
package enum RaceSort: String, Sendable, CaseIterable {
  /// By the number of reports.
  case count
  /// By the number of runs.
  case runs
  /// By the order in the logs.
  case firstSeen = "first-seen"
  /// By the function of the first access.
  case site
  /// By what races are on.
  case memory
  /// By the likely cause.
  case cause
  /// By the test of the first report.
  case test
  /// By the kind.
  case kind

  /// In a sentence: `by count`.
  package var words: String { self == .firstSeen ? "by first seen" : "by \(rawValue)" }

  /// Whether the largest comes first unless the order is reversed.
  package var isDescending: Bool { self == .count || self == .runs }

  /// Whether sorting needs explanations of races.
  package var needsExplanations: Bool { self == .memory || self == .cause }
}

/// The order of a list of races. Unknown values come last either way; equal races keep the order of the logs.
package struct RaceOrder: Hashable, Sendable {
  /// The sort key.
  package var sort: RaceSort
  /// Whether it is reversed.
  package var isReversed: Bool

  /// By default most reports first.
  package init(_ sort: RaceSort = .count, isReversed: Bool = false) {
    self.sort = sort
    self.isReversed = isReversed
  }

  /// Whether the largest comes first.
  package var isDescending: Bool { sort.isDescending != isReversed }

  /// In a sentence: `by count, reversed`.
  package var words: String { sort.words + (isReversed ? ", reversed" : "") }
}
