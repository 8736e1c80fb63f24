internal import ArgumentParser
internal import RaceModel

/// Which races make `racetui check` fail.
enum FailingRaces: String, CaseIterable, ExpressibleByArgument {
  case new, any, none

  /// Whether a race does.
  func fails(_ novelty: RaceComparison.Novelty) -> Bool {
    switch self {
    case .new: novelty == .new
    case .any: true
    case .none: false
    }
  }
}
