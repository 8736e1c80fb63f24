internal import RaceModel

/// Cached answers of a pattern for facts that many races share.
struct RaceMemo {
  private let pattern: SearchPattern
  private var kinds = Answers<ReportKind>()
  private var detectors = Answers<Detector>()
  private var causes = Answers<Cause.Kind>()
  private var subjects = Answers<Subject.Kind>()

  init(_ pattern: SearchPattern) { self.pattern = pattern }

  /// Whether the words for a kind of report hold the pattern.
  mutating func matches(_ kind: ReportKind) -> Bool {
    kinds.known(kind) { pattern.matches(kind.words) }
  }

  /// Whether a detector's name does.
  mutating func matches(_ detector: Detector) -> Bool {
    detectors.known(detector) { pattern.matches(detector.name) || pattern.matches(detector.profile.title) }
  }

  /// Whether the words for a cause, or its name, do.
  mutating func matches(_ cause: Cause.Kind) -> Bool {
    causes.known(cause) { pattern.matches(cause.words) || pattern.matches(cause.rawValue) }
  }

  /// Whether the words for what a race is on do.
  mutating func matches(_ subject: Subject) -> Bool {
    subjects.known(subject.kind) {
      pattern.matches(subject.words) || pattern.matches(VariableNames.decoded(in: subject.words))
    }
  }
}

/// Answers by their subject. A race is mostly like the previous one, and comparing is cheaper than hashing.
private struct Answers<Fact: Hashable> {
  private var all: [Fact: Bool] = [:]
  private var last: (fact: Fact, answer: Bool)?

  mutating func known(_ fact: Fact, _ answer: () -> Bool) -> Bool {
    if let last, last.fact == fact { return last.answer }
    let isMatch = all[fact] ?? answer()
    all[fact] = isMatch
    last = (fact, isMatch)
    return isMatch
  }
}
