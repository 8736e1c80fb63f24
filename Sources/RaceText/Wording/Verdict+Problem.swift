package import RaceModel

/// The sentence about a problem other than a race or a lock order.
extension Verdict {
  /// The sentence of a problem; nil if the report's title says it all.
  package init?(_ problem: ProblemFacts, _ names: ShownNames = ShownNames()) {
    guard let words = Self.words(problem, names) else { return nil }
    said = words
    shared = nil
    isFromSource = false
  }

  /// `retire destroys pond_lock while it is locked, since pond.c:23`
  static func words(_ problem: ProblemFacts, _ names: ShownNames = ShownNames()) -> String? {
    guard let name = problem.site.function else { return nil }
    let who = brief(names.short(name))
    let lock = problem.lock.map(lockName) ?? "a mutex"
    let which = problem.lock == nil ? "a mutex that" : "\(lock), which"
    return switch problem.kind {
    case .threadLeak: "\(who) starts a thread\(place(problem.site, " at ")) that nobody joins or detaches"
    case .signalUnsafe: unsafeCall(problem, who, names)
    case .signalErrno: "\(who), a signal handler, changes errno"
    case .mutexDestroyLocked:
      "\(who) destroys \(lock) while it is locked\(place(problem.earlier, ", since "))"
    case .mutexDoubleLock:
      problem.earlier == nil
        ? "\(who) locks \(which) its thread already holds"
        : "\(who) locks \(which) its thread has held\(place(problem.earlier, " since "))"
    case .mutexBadUnlock: "\(who) unlocks \(which) its thread does not hold"
    case .mutexBadReadLock: "\(who) read-locks \(which) is write-locked"
    case .mutexBadReadUnlock: "\(who) read-unlocks \(which) is write-locked"
    case .lockHeldTooLong: "\(who) holds \(lock) for longer than the detector's limit"
    default: nil
    }
  }

  /// `on_term, a signal handler, calls malloc in note`
  private static func unsafeCall(_ problem: ProblemFacts, _ who: String, _ names: ShownNames) -> String? {
    guard let call = problem.call, let handler = problem.handler else { return nil }
    let place = handler == problem.site.function ? "" : " in \(who)"
    return "\(brief(names.short(handler))), a signal handler, calls \(brief(call))\(place)"
  }

  /// `pond_lock`, `mutex M1`
  private static func lockName(_ name: String) -> String { isNumber(name) ? "mutex \(name)" : name }

  private static func place(_ frame: Frame?, _ lead: String) -> String {
    guard let file = frame?.fileName, let line = frame?.line else { return "" }
    return "\(lead)\(file):\(line)"
  }
}
