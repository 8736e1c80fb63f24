/// The facts behind the sentence about any other problem: a misused lock or thread, or an unsafe signal handler.
package struct ProblemFacts: Sendable {
  /// What the report is about.
  package var kind: ReportKind
  /// The frame that it is blamed on.
  package var site: Frame
  /// The function of a library that the site calls; nil where it calls none that has a name.
  package var call: String?
  /// The lock by the name of its variable, else by its number in the report; nil where neither is told.
  package var lock: String?
  /// Where the lock was taken before.
  package var earlier: Frame?
  /// The signal handler; nil of other problems.
  package var handler: String?

  /// The facts of a report; nil if its stack has no function of the program, or if it is about two accesses or a lock order.
  package init?(_ report: Report, _ frames: FrameTable) {
    guard !report.kind.hasTwoSides, report.kind != .lockOrder else { return nil }
    let stack = Self.stack(report).map { frames.frames(of: $0) } ?? []
    guard let position = stack.firstIndex(where: { !$0.isPlumbing }), stack[position].function != nil else {
      return nil
    }
    (kind, site) = (report.kind, stack[position])
    call = position > 0 ? stack[0].function : nil
    lock = Self.lock(report)
    earlier = Self.earlier(report)?.stack.flatMap { frames.frames(of: $0).blamed }
    handler = CauseRule.handler(stack)
  }

  /// The stack of what is reported.
  private static func stack(_ report: Report) -> Report.Stack? {
    if report.kind == .threadLeak { return report.threads.lazy.compactMap(\.created).first }
    let kind: SectionKind = report.kind == .signalErrno ? .signal : .subject
    return report.sections.first { $0.kind == kind }?.stack ?? report.accesses.first?.stack
  }

  /// Where the lock was taken: what ThreadSanitizer prints behind `and:` of a lock that is destroyed.
  private static func earlier(_ report: Report) -> Section? {
    report.sections.first { $0.kind == .earlierAcquisition }
      ?? report.sections.filter { $0.kind == .subject }.dropFirst().first
  }

  /// The lock's variable as the report names it, or the variable that it is in; else its number.
  private static func lock(_ report: Report) -> String? {
    let lock = report.locks.first
    if let name = lock?.variable { return name }
    if let location = report.locations.first(where: { $0.name != nil }), let name = location.name {
      return isAtStart(location, of: lock) ? name : "a mutex in \(name)"
    }
    return lock?.id
  }

  /// Whether a lock begins where the variable does.
  private static func isAtStart(_ location: Location, of lock: Lock?) -> Bool {
    if location.text.contains(" is 0 bytes inside") { return true }
    guard let lock, let address = location.address else { return false }
    return lock.text.contains("(\(address))")
  }
}
