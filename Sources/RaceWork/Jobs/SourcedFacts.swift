package import RaceModel

/// What source files add to the report of a race: why it is a race, and its likely causes.
package struct SourcedFacts: Sendable {
  package var verdict: VerdictFacts?
  package var lockOrder: LockOrderFacts?
  package var causes: [Cause]
}
