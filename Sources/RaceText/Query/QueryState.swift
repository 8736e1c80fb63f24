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
  /// The user has marked it as seen.
  case seen
  /// The user has not.
  case unseen
  /// Something is known of what it comes from.
  case explained
}
