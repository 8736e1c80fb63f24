/// What people have found out about a race.
public enum TriageState: String, CaseIterable, Hashable, Sendable {
  /// Somebody has looked at it.
  case seen
  /// It should be fixed soon.
  case important
  /// It is in our code, and ours to fix.
  case ours
  /// It is known, and left for now.
  case known
  /// It does no harm.
  case benign
  /// It has been fixed; if it is seen again, it was not.
  case fixed

  /// Whether nobody has to look at it any more.
  public var isSettled: Bool { self == .known || self == .benign || self == .fixed }
}
