package import RaceModel

/// A part of the Pair screen that has rows: the column of an access, or what the report says of memory and locks.
package enum PairPart: Hashable, Sendable, CaseIterable {
  case a, b, facts

  /// The column of an access.
  init(_ side: Side) { self = side == .a ? .a : .b }

  /// The access; nil for what belongs to neither.
  package var side: Side? {
    switch self {
    case .a: .a
    case .b: .b
    case .facts: nil
    }
  }
}
