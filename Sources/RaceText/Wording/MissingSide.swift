package import RaceModel

/// Why a report about two accesses has one alone, and how that is worded.
///
/// Some detectors never print the other access: such a report is whole, and calling it half would be
/// wrong.
package enum MissingSide: Equatable {
  /// The detector never prints it, or did not know it.
  case unprinted(DetectorProfile.LoneAccess)
  /// The access was printed, and is not in the log.
  case lost

  /// In place of the stack of an access that was printed without one.
  package static let stack = "its stack is not in the log"
  /// The same in a list.
  static let noStack = "no stack"

  private init(_ detector: Detector, isComplete: Bool) {
    if isComplete, let lone = detector.profile.loneAccess { self = .unprinted(lone) } else { self = .lost }
  }

  /// Why a report that has one access has no other.
  package init(_ report: Report) { self.init(report.detector, isComplete: report.isComplete) }

  /// Why all reports of a race have one access alone: lost, when it was lost in any of them.
  package init(_ race: Race) { self.init(race.detector, isComplete: race.incompleteCount == 0) }

  /// In place of a site or of an access.
  package var words: String {
    switch self {
    case .unprinted(let lone): lone.words
    case .lost: "not in the log"
    }
  }

  /// In place of a stack.
  package var sentence: String {
    switch self {
    case .unprinted(let lone): lone.sentence
    case .lost: "this access is not in the log"
    }
  }
}
