package import RaceModel

/// What source files say of a race besides what its report says: why it is one, and what it likely comes from.
package struct SourcedFacts: Sendable {
  package var verdict: VerdictFacts?
  package var lockOrder: LockOrderFacts?
  package var causes: [Cause]
}
