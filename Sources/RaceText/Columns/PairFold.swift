/// Which frames a fold hides.
package struct PairFold: Hashable, Sendable {
  /// What the frames have in common.
  package enum Kind: Hashable, Sendable {
    /// Runtime, test runner and the like.
    case plumbing
    /// Both sides share them.
    case shared
    /// Calls that had already returned.
    case stale

    /// `18 shared frames, 13 of them stale`: so many of them.
    package func words(_ count: Int, stale: Int = 0) -> String {
      switch self {
      case .shared:
        Counting.plural(count, "shared frame") + (stale > 0 ? ", \(stale) of them stale" : "")
      case .stale: Counting.plural(count, "stale frame")
      case .plumbing: Counting.plural(count, "plumbing frame")
      }
    }
  }

  /// What the frames have in common.
  package var kind: Kind
  /// Which stack of the column, 0 for the access's own.
  package var section: Int
  /// The first hidden frame.
  package var start: Int
}
