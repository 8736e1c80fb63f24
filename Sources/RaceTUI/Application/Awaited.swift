internal import RaceWork
internal import Synchronization

/// Counts the jobs that the user waits for.
final class Awaited: Sendable {
  private let count = Atomic<Int>(0)

  init() {}

  /// Whether there are any.
  var isAny: Bool { count.load(ordering: .relaxed) > 0 }

  /// Takes note of a job.
  func add(_ job: Job) {
    if job.urgency == .now { count.wrappingAdd(1, ordering: .relaxed) }
  }

  /// Takes note of an answer.
  func take(_ answer: Answer) {
    switch answer {
    case .report, .text, .lines, .copy, .located: count.wrappingSubtract(1, ordering: .relaxed)
    case .dropped(let job): if job.urgency == .now { count.wrappingSubtract(1, ordering: .relaxed) }
    case .explained, .stacks, .code, .testimony, .blame, .demangled: break
    }
  }
}
