/// Under which lock the methods of a Go type use one of its fields: what most of them hold is meant to guard it.
package struct FieldGuard: Hashable, Sendable {
  /// The type: `Catalog`.
  package var type: String
  /// The field, by the receiver that the racing line calls it by: `c.items`.
  package var field: String
  /// The lock likewise: `c.mu`.
  package var lock: String
  /// The uses that hold it.
  package var held: [FieldUses.Use] = []
  /// Those that hold no such lock.
  package var without: [FieldUses.Use] = []
  /// Those of which it is not known.
  package var unknown: [FieldUses.Use] = []

  /// All of them.
  package var count: Int { held.count + without.count + unknown.count }

  /// Compares the uses of a field; nil where none of them holds a lock of the type, or all do.
  init?(_ uses: FieldUses) {
    let counts = uses.all.flatMap(\.locks).reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best, uses.all.count > best.value else { return nil }
    (type, field, lock) = (uses.type, uses.field, "\(uses.receiver).\(best.key)")
    for use in uses.all {
      if use.locks.contains(best.key) {
        held.append(use.use)
      } else if use.holdsNone {
        without.append(use.use)
      } else {
        unknown.append(use.use)
      }
    }
  }
}
