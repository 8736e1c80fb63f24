package import RaceView
package import RaceWork

/// A world in which every job is done at once, and everything else is written down.
package struct ImmediateWorld: World {
  /// Does the jobs.
  package var workspace: Workspace
  /// Whether a job is written down and not done, so that a test can answer it: those that ask other programs.
  package var isHeld: @Sendable (Job) -> Bool = { job in
    switch job {
    case .demangle, .blame, .locate: true
    default: false
    }
  }
  /// What was asked for and not done.
  package private(set) var effects: [Effect] = []

  /// A world around a workspace.
  package init(_ workspace: Workspace) { self.workspace = workspace }

  package mutating func run(_ job: Job) -> [Answer] {
    if isHeld(job) {
      effects.append(.job(job))
      return []
    }
    var answers: [Answer] = []
    workspace.answer(job) { answers.append($0) }
    return answers
  }

  package mutating func perform(_ effect: Effect) -> [Event] {
    effects.append(effect)
    return []
  }

  /// Forgets what was written down.
  package mutating func forget() { effects = [] }
}
