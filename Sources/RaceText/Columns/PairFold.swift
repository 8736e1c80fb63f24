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
  }

  /// What the frames have in common.
  package var kind: Kind
  /// Which stack of the column, 0 for the access's own.
  package var section: Int
  /// The first hidden frame.
  package var start: Int
}
