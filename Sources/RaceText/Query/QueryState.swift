/// A state of a race, for `is:`.
package enum QueryState: String, CaseIterable, Hashable, Sendable {
  /// One side is not in the log.
  case half
  /// All of its reports are complete.
  case complete
  /// One of its reports is damaged or cut off.
  case damaged
  /// One of its accesses was atomic.
  case atomic
  /// It is marked in the triage file.
  case seen
  /// It is not marked.
  case unseen
  /// It is marked as known, benign or fixed.
  case settled
  /// It is not in the baseline, or in the older log.
  case new
  /// It is.
  case still
  /// It has a likely cause.
  case explained
}
