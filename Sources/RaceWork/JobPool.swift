internal import RaceModel
internal import RaceSystem
internal import Synchronization

/// Does jobs on a few threads. Waiting jobs are done by urgency, then by age; one that a later job replaces
/// is dropped while it waits.
package final class JobPool: Sendable {
  private struct State {
    var waiting: [Job] = []
    /// How many threads are at work, by the urgency of their jobs.
    var running = Array(repeating: 0, count: Job.Urgency.allCases.count)
  }

  private let state = Mutex(State())
  private let workspace: Workspace
  private let reply: @Sendable (Answer) -> Void

  /// A pool.
  ///
  /// - Parameter reply: takes the answers, on any thread.
  package init(_ workspace: Workspace, reply: @escaping @Sendable (Answer) -> Void) {
    self.workspace = workspace
    self.reply = reply
  }

  /// Adds a job. An urgent one always finds a thread that is free of background work.
  package func submit(_ job: Job) {
    let (given, starts) = state.withLock { state in
      var given: [Job] = []
      if let slot = job.slot {
        given = state.waiting.filter { $0.slot == slot }
        state.waiting.removeAll { $0.slot == slot }
      }
      state.waiting.append(job)
      return (given, Self.take(&state))
    }
    for job in given { reply(.dropped(job)) }
    if let starts { BackgroundThread.start { self.work(starts) } }
  }

  /// How many threads may do jobs of an urgency or below.
  private static func limit(_ urgency: Job.Urgency) -> Int {
    switch urgency {
    case .now: 3
    case .soon: 2
    case .background: 1
    }
  }

  /// Takes the next job for a thread; nil if there is none.
  private static func take(_ state: inout State) -> Job? {
    for urgency in Job.Urgency.allCases {
      let busy = state.running[urgency.rawValue...].reduce(0, +)
      guard busy < limit(urgency), let place = state.waiting.firstIndex(where: { $0.urgency == urgency })
      else {
        continue
      }
      state.running[urgency.rawValue] += 1
      return state.waiting.remove(at: place)
    }
    return nil
  }

  private func work(_ first: Job) {
    var next: Job? = first
    while let job = next {
      workspace.answer(job, reply)
      next = state.withLock { state in
        state.running[job.urgency.rawValue] -= 1
        return Self.take(&state)
      }
    }
  }
}
