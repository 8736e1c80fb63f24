package import RaceModel

/// What is to be said of a race in a triage file; nothing takes back what is said.
package struct TriageChange: Hashable, Sendable {
  /// The race.
  package let key: RaceKey
  /// What is said of it.
  package let entry: TriageEntry?

  /// A change.
  package init(_ key: RaceKey, _ entry: TriageEntry?) {
    (self.key, self.entry) = (key, entry)
  }
}
