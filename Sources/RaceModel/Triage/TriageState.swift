/// What people have found out about a race.
public enum TriageState: String, CaseIterable, Hashable, Sendable {
  /// Somebody has looked at it.
  case seen
  /// It should be mended soon.
  case important
  /// It is in the code that is worked on here, and is to be mended here.
  case ours
  /// It is known, and left for now.
  case known
  /// It does no harm.
  case benign
  /// It has been mended: when it is seen again, it was not.
  case fixed

  /// Whether nobody has to look at it any more.
  public var isSettled: Bool { self == .known || self == .benign || self == .fixed }
}
