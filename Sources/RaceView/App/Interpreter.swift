package import RaceWork

/// What the screens need from the world around them.
package protocol World: ~Copyable {
  /// Does a job.
  ///
  /// - Returns: the immediate answers; none when they come later as events.
  mutating func run(_ job: Job) -> [Answer]
  /// Does what is not a job, including the end of the program.
  ///
  /// - Returns: the result.
  mutating func perform(_ effect: Effect) -> [Event]
}

/// Gives events to the screens and has the world do what they request: the only place where effects are
/// performed.
package struct Interpreter<Outside: World>: ~Copyable where Outside: ~Copyable {
  /// The screens.
  package var app: App
  /// The world around them.
  package var world: Outside

  /// Screens and the world around them.
  package init(_ app: App, world: consuming Outside) {
    self.app = app
    self.world = world
  }

  /// The world, for other screens.
  package consuming func handOver() -> Outside { world }

  /// Gives an event to the screens and performs what they request.
  ///
  /// - Returns: false when the program should end, or begin again.
  @discardableResult
  package mutating func send(_ event: Event) -> Bool {
    var events = [event]
    var goesOn = true
    while !events.isEmpty {
      for effect in app.update(events.removeFirst()) {
        if effect == .quit || effect == .reload { goesOn = false }
        if case .job(let job) = effect {
          events += world.run(job).map { .answer($0) }
        } else {
          events += world.perform(effect)
        }
      }
    }
    return goesOn
  }
}

extension Interpreter: Copyable where Outside: Copyable {}
