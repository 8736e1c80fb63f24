/// What a sentence about a race is made of: what is shared, who does what to it, and under which locks.
package struct VerdictFacts: Sendable {
  /// What is known of the locks of a side.
  package enum Locks: Equatable, Sendable {
    /// Nothing for certain.
    case unknown
    /// None is held.
    case none
    /// These are held.
    case held([String], isRead: Bool)
  }

  /// Who made an access.
  package enum Actor: Hashable, Sendable {
    /// The function that it is blamed on.
    case function
    /// A function that the detector left out of the stack; nil for its caller where the stack has only functions of the
    /// runtime and the test runner.
    case unprinted(caller: String?)
    /// A thread, whose stack has no function of the program.
    case thread(String)
  }

  /// One of the two accesses.
  package struct Access: Sendable {
    /// The function that it is blamed on.
    package var function: String?
    /// Who made it.
    package var actor = Actor.function
    /// Whether it is known to be a lambda.
    package var isLambda = false
    /// What it asserts in place of an access: `assert no writes`; nil of an access.
    package var assertion: String?
    /// What it did.
    package var operation: Operation
    /// Whether it was atomic.
    package var isAtomic: Bool
    /// Whether it freed the memory before the other side used it.
    package var isEarlier = false
    /// The locks that were held.
    package var locks: Locks
    /// The frame that it is blamed on.
    package var site: Frame?
    /// Where its locks are taken, as the source shows, or were made, as the report tells.
    package var lockPlaces: [Frame] = []
    /// Whether its locks are told by the source.
    package var hasLocksFromSource = false
  }

  /// The two accesses; nil for one that the report does not have.
  package var sides: Sides<Access?>
  /// Whether both are on one line of one function.
  package var isSameLine: Bool
  /// The side that closes a channel, where the other one sends on it.
  package var closer: Side?
  /// What the race is on.
  package var subject: Subject?
  /// What both racing lines are about, by the source; nil where they do not tell, or were not asked.
  package var written: WrittenName?
  /// Whether locks are told by the source.
  package var hasLocksFromSource = false
  /// Whether the race is on the pointer to the virtual functions of an object.
  package var isOnVptr = false
  /// The detector's word for a thread.
  package var threadWord: String

  /// The facts of a report; nil of one that is not about two accesses.
  init?(_ report: Report, _ frames: FrameTable, subject: Subject?) {
    guard report.kind.hasTwoSides else { return nil }
    let sites = Sides { side in
      report.access(side).flatMap { access in
        access.siteIndex.flatMap { site in access.stack.map { frames[$0[site]] } }
      }
    }
    let unseen = UnseenLocks(report, frames)
    sides = Sides { side in
      report.access(side).map { access in
        Access(
          function: sites[side]?.function, actor: Self.actor(access, report, frames),
          isLambda: Self.isLambda(access, frames),
          assertion: access.qualifier?.assertion,
          operation: Self.frees(report, frames, side) ? .free : access.operation,
          isAtomic: access.isAtomic || sites[side]?.function?.hasPrefix("sync/atomic.") == true
            || Self.hasAbove(report, frames, side) { $0.hasPrefix("sync/atomic.") },
          locks: Self.locks(access, report, frames, unseen), site: sites[side] ?? nil,
          lockPlaces: access.locks.compactMap { Self.made($0.id, report, frames) })
      }
    }
    isSameLine =
      sites.a != nil && sites.a?.function == sites.b?.function && sites.a?.file == sites.b?.file
      && sites.a?.line == sites.b?.line
    closer = Side.allCases.first { side in
      Self.hasAbove(report, frames, side, GoRuntimeFunction.closesChannel)
        && Self.hasAbove(report, frames, side.other, GoRuntimeFunction.sendsOnChannel)
    }
    self.subject = subject
    isOnVptr = report.kind == .vptrRace
    if report.kind.isAfterFree, sides.b?.operation == .free {
      sides.b?.isEarlier = true
    }
    threadWord = report.detector.profile.threadWord
    forgetNeedlessLocks()
  }

  /// The facts of a report, weighed by what source files say.
  package init?(_ detail: DetailedReport, _ analysis: ReportAnalysis) {
    self.init(detail.report, detail.frames, subject: analysis.subject)
    // What is freed is more than what the other line has a name for.
    written = isOnVptr || sides.both.contains { $0?.operation == .free } ? nil : analysis.source.written
    if let written, let callers = written.callers {
      for side in Side.allCases { sides[side]?.function = callers[side] }
      isSameLine = written.isSameLine
    }
    // A lock that the source shows is one that the detector does not see.
    nameLocks(detail.report, analysis.source.locks)
    nameLockSet(detail.report, analysis.source.locks)
    for side in Side.allCases where sides[side]?.locks == .unknown || sides[side]?.locks == Locks.none {
      guard let locks = analysis.source.locks[side],
        !locks.held.isEmpty || (locks.isNone && sides[side]?.locks == .unknown)
      else { continue }
      hold(locks.held, isRead: locks.held.allSatisfy(\.isRead), on: side)
    }
    forgetNeedlessLocks()
  }

  /// Names the locks of the report as the source does, where each side holds one lock by both.
  private mutating func nameLocks(_ report: Report, _ found: Sides<SourceLocks?>) {
    var names: [String: SourceLock] = [:]
    for side in Side.allCases {
      guard let held = report.access(side)?.locks, !held.isEmpty else { continue }
      guard held.count == 1, let locks = found[side], locks.held.count == 1, locks.copies.isEmpty,
        locks.held[0].isRead == (held[0].mode == .read)
      else { return }
      // One lock has one name, and a name is of one lock.
      if let known = names[held[0].id], known.name != locks.held[0].name { return }
      names[held[0].id] = locks.held[0]
    }
    guard Set(names.values.map(\.name)).count == names.count else { return }
    for side in Side.allCases {
      guard case .held(let ids, let isRead)? = sides[side]?.locks, let held = report.access(side)?.locks,
        let lock = held.first.flatMap({ names[$0.id] }), ids.count == 1
      else { continue }
      hold([lock], isRead: isRead, on: side)
    }
  }

  /// Names several locks that the report says one side holds as the source does, where the other side holds none by the
  /// report: which of the names is whose does not matter then.
  private mutating func nameLockSet(_ report: Report, _ found: Sides<SourceLocks?>) {
    for side in Side.allCases {
      guard let held = report.access(side)?.locks, held.count > 1,
        report.access(side.other)?.locks.isEmpty == true, case .held(_, let isRead)? = sides[side]?.locks,
        let locks = found[side], locks.held.count == held.count, locks.copies.isEmpty,
        Set(locks.held.map(\.name)).count == held.count,
        held.count(where: { $0.mode == .read }) == locks.held.count(where: \.isRead)
      else { continue }
      hold(locks.held.reversed(), isRead: isRead, on: side)
    }
  }

  /// Takes what the source shows of the locks of a side; an empty list means that it holds none.
  private mutating func hold(_ locks: [SourceLock], isRead: Bool, on side: Side) {
    sides[side]?.locks = locks.isEmpty ? .none : .held(locks.map(\.name), isRead: isRead)
    sides[side]?.lockPlaces = locks.map(Self.place)
    sides[side]?.hasLocksFromSource = true
    hasLocksFromSource = true
  }

  /// Forgets what the race is on, where its reports are on several things.
  mutating func forgetSubject() { (subject, written) = (nil, nil) }

  /// Whether a missing lock is worth reporting. A lock alone does not fix a race on an atomic access, an assertion, or a
  /// use after free.
  package var locksMatter: Bool {
    !sides.both.contains { $0?.isAtomic == true || $0?.assertion != nil || $0?.isEarlier == true }
  }

  /// Drops "no lock" where no lock would help.
  private mutating func forgetNeedlessLocks() {
    if locksMatter { return }
    for side in Side.allCases where sides[side]?.locks == Locks.none {
      sides[side]?.locks = .unknown
      sides[side]?.hasLocksFromSource = false
    }
    hasLocksFromSource = sides.both.contains { $0?.hasLocksFromSource == true }
  }

  private static func actor(_ access: RaceModel.Access, _ report: Report, _ frames: FrameTable) -> Actor {
    guard let stack = access.stack, let site = access.siteIndex, stack.indices.contains(site) else {
      return .function
    }
    let program = report.detector.profile.program
    if program == .goProgram, GoRuntimeFunction.hideFunction(of: access, frames) {
      return .unprinted(caller: frames[stack[site]].isPlumbing ? nil : frames[stack[site]].function)
    }
    guard frames[stack[site]].isPlumbing else { return .function }
    switch program {
    case .goProgram:
      let innermost = stack.first.flatMap { frames[$0].function }
      return innermost.flatMap(GoRuntimeFunction.subject) == nil ? .function : .unprinted(caller: nil)
    case .nativeProgram: return access.thread.map { .thread($0.title(report.detector)) } ?? .function
    case .kernel: return .function
    }
  }

  /// Where the source takes a lock.
  private static func place(of lock: SourceLock) -> Frame {
    var frame = Frame()
    (frame.function, frame.file, frame.line) = (lock.function, lock.file, lock.line)
    return frame
  }

  /// Whether a function without a name is a lambda: what calls it has the lambda's type in its own name. An object of any
  /// type can have an `operator()`.
  private static func isLambda(_ access: RaceModel.Access, _ frames: FrameTable) -> Bool {
    guard let stack = access.stack, let site = access.siteIndex, stack.indices.contains(site) else {
      return false
    }
    return stack[(site + 1)...].prefix(2).contains { frames[$0].function?.contains("lambda") == true }
  }

  /// Where a lock was made; nil where the report does not tell.
  private static func made(_ lock: String, _ report: Report, _ frames: FrameTable) -> Frame? {
    report.lock(lock)?.created.flatMap { frames.frames(of: $0).blamed }
  }

  /// Whether a function that passes the test is above the site of a side.
  private static func hasAbove(
    _ report: Report, _ frames: FrameTable, _ side: Side, _ test: (String) -> Bool
  ) -> Bool {
    guard let access = report.access(side), let stack = access.stack else { return false }
    let site = access.siteIndex ?? 0
    // A stack without a function of the program has all of them above.
    let isAbove = stack.indices.contains(site) && frames[stack[site]].isPlumbing
    return stack.prefix(isAbove ? site + 1 : site).contains { frames[$0].function.map(test) == true }
  }

  private static func frees(_ report: Report, _ frames: FrameTable, _ side: Side) -> Bool {
    report.access(side)?.operation == .write
      && hasAbove(report, frames, side) { $0 == "free" || $0.hasPrefix("operator delete") }
  }

  private static func locks(
    _ access: RaceModel.Access, _ report: Report, _ frames: FrameTable, _ unseen: UnseenLocks
  ) -> Locks {
    guard access.tellsLocks, access.qualifier?.hidesLocks != true,
      !(access.locks.isEmpty && unseen.mayBeHeld(access, report, frames))
    else { return .unknown }
    // A detector that does not print read locks has not seen that none is held.
    if access.locks.isEmpty { return report.detector.profile.printsReadLocks ? .none : .unknown }
    return .held(
      access.locks.map { report.lockTitle($0.id) }, isRead: access.locks.allSatisfy { $0.mode == .read })
  }
}
