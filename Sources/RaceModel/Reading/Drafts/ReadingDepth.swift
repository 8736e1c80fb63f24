/// How much of a report is worked out.
package enum ReadingDepth: Sendable {
  /// What a list needs: accesses, their sites, what is damaged.
  case index
  /// Everything: stacks, creations, notes.
  case full
}
