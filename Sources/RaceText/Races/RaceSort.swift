/// The orders of a list of races.
package enum RaceSort: String, Sendable, CaseIterable {
  /// Most reports first, then first seen.
  case count
  /// First seen first.
  case firstSeen = "first-seen"
  /// By the function of the first site.
  case site

  /// In a sentence: `by count`.
  package var words: String {
    switch self {
    case .count: "by count"
    case .firstSeen: "by first seen"
    case .site: "by site"
    }
  }
}
