/// What `is:` asks of a race.
package enum QueryState: String, CaseIterable, Hashable, Sendable {
  /// One side is not in the log.
  case half
  /// All of its reports are complete.
  case complete
  /// One of its reports is damaged or cut off.
  case damaged
  /// One of its accesses was atomic.
  case atomic
  /// Something is said of it in the triage file.
  case seen
  /// Nothing is.
  case unseen
  /// It is marked as known, benign or fixed.
  case settled
  /// It is not in the baseline, or in the older log.
  case new
  /// It is.
  case still
  /// Something is known of what it comes from.
  case explained
}
