/// The test, or the job, that a piece of a log announced last.
enum AnnouncedName: Sendable {
  /// None: the announcement before the piece still applies.
  case inherited
  /// Its name; nil after the end of a test or of a job.
  case name(String?)

  /// The name that applies behind the piece, given the one that applies before it.
  func following(_ earlier: String?) -> String? {
    switch self {
    case .inherited: earlier
    case .name(let name): name
    }
  }
}
