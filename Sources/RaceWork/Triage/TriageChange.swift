package import RaceModel

/// A change to a mark in a triage file; nil removes the mark.
package struct TriageChange: Hashable, Sendable {
  /// The race.
  package let key: RaceKey
  /// Its mark.
  package let entry: TriageEntry?

  /// A change.
  package init(_ key: RaceKey, _ entry: TriageEntry?) {
    (self.key, self.entry) = (key, entry)
  }
}
