package import RaceModel

/// What came of changing a triage file.
package struct TriageAnswer: Sendable {
  /// What was to be changed.
  package let changes: [TriageChange]
  /// What the file holds now, or why it was not changed.
  package let outcome: Result<TriageFile, TriageError>

  /// What came of changes.
  package init(_ changes: [TriageChange], _ outcome: Result<TriageFile, TriageError>) {
    (self.changes, self.outcome) = (changes, outcome)
  }
}
