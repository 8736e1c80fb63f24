package import RaceView
package import RaceWork

/// A world that does every job at once and records everything else.
package struct ImmediateWorld: World {
  /// Does the jobs.
  package var workspace: Workspace
  /// Whether a job is recorded but not done, so that a test can answer it: jobs that ask other programs.
  package var isHeld: @Sendable (Job) -> Bool = { job in
    switch job {
    case .demangle, .blame, .locate: true
    default: false
    }
  }
  /// The requests that were not done.
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

  /// Forgets the recorded requests.
  package mutating func forget() { effects = [] }
}
