package import RaceModel

/// A problem that is not two accesses, in a sentence.
extension Verdict {
  /// The sentence of a problem; nil of kinds about which the title of the report says all.
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
    case .signalErrno: "\(who) handles a signal and leaves errno changed"
    case .mutexDestroyLocked:
      "\(who) destroys \(lock) while it is locked\(place(problem.earlier, ", since "))"
    case .mutexDoubleLock:
      "\(who) locks \(which) its thread holds\(place(problem.earlier, " since ")) already"
    case .mutexInvalid: "\(who) uses \(which) is not initialized, or is destroyed"
    case .mutexBadUnlock: "\(who) unlocks \(which) its thread does not hold"
    case .mutexBadReadLock: "\(who) locks \(lock) to read while it is locked to write"
    case .mutexBadReadUnlock: "\(who) unlocks \(lock) as a reader while it is locked to write"
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
