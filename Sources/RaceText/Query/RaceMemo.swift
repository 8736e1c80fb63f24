internal import RaceModel

/// Answers of a pattern for what many races have in common, each worked out once.
struct RaceMemo {
  private let pattern: SearchPattern
  private var kinds: [ReportKind: Bool] = [:]
  private var detectors: [Detector: Bool] = [:]
  private var causes: [Cause.Kind: Bool] = [:]
  private var subjects: [Subject.Kind: Bool] = [:]

  init(_ pattern: SearchPattern) { self.pattern = pattern }

  /// Whether the words for a kind of report hold the pattern.
  mutating func matches(_ kind: ReportKind) -> Bool {
    Self.known(kind, in: &kinds) { pattern.matches(kind.words) }
  }

  /// Whether a detector's name does.
  mutating func matches(_ detector: Detector) -> Bool {
    Self.known(detector, in: &detectors) {
      pattern.matches(detector.name) || pattern.matches(detector.profile.title)
    }
  }

  /// Whether the words for a cause, or its name, do.
  mutating func matches(_ cause: Cause.Kind) -> Bool {
    Self.known(cause, in: &causes) { pattern.matches(cause.words) || pattern.matches(cause.rawValue) }
  }

  /// Whether the words for what a race is on do.
  mutating func matches(_ subject: Subject) -> Bool {
    Self.known(subject.kind, in: &subjects) { pattern.matches(subject.words) }
  }

  private static func known<Fact: Hashable>(
    _ fact: Fact, in answers: inout [Fact: Bool], _ answer: () -> Bool
  ) -> Bool {
    if let known = answers[fact] { return known }
    let isMatch = answer()
    answers[fact] = isMatch
    return isMatch
  }
}
