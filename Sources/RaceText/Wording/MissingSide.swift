package import RaceModel

/// Why a report about two accesses has one alone, and how that is worded.
///
/// Some detectors never print the other access: such a report is whole, and calling it half would be
/// wrong.
package enum MissingSide: Equatable {
  /// KCSAN saw that a value changed, not who changed it.
  case unknownOrigin
  /// Valgrind's tools name the other access only when they remember it.
  case unnamed(Detector)
  /// The access was printed, and is not in the log.
  case lost

  /// Why a report that has one access has no other.
  package init(_ detector: Detector, isComplete: Bool) {
    switch detector {
    case .kcsan where isComplete: self = .unknownOrigin
    case .helgrind where isComplete, .drd where isComplete: self = .unnamed(detector)
    default: self = .lost
    }
  }

  /// Why all reports of a race have one access alone: lost, when it was lost in any of them.
  package init(_ race: Race) { self.init(race.detector, isComplete: race.incompleteCount == 0) }

  /// In place of a site or of an access.
  package var words: String {
    switch self {
    case .unknownOrigin: "unknown origin"
    case .unnamed(let detector): "\(detector == .drd ? "DRD" : "Helgrind") names no other access"
    case .lost: "not in the log"
    }
  }

  /// In place of a stack.
  package var sentence: String {
    switch self {
    case .unknownOrigin: "the detector saw that the value changed, not who changed it"
    case .unnamed(.drd): "DRD tells in which part of a thread it was, not where"
    case .unnamed: "Helgrind did not remember it (--history-level)"
    case .lost: Damage.accesses(missing: 1).words
    }
  }
}
