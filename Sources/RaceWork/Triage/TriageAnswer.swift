package import RaceModel

/// The result of changing a triage file.
package struct TriageAnswer: Sendable {
  /// The requested changes.
  package let changes: [TriageChange]
  /// The present contents of the file, or why it was not changed.
  package let outcome: Result<TriageFile, TriageError>

  /// The result of changes.
  package init(_ changes: [TriageChange], _ outcome: Result<TriageFile, TriageError>) {
    (self.changes, self.outcome) = (changes, outcome)
  }
}
