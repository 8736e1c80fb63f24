/// What the cue table looks at: one report and what was worked out of it before.
struct CauseFacts {
  /// One side of the report.
  struct Side {
    /// The access.
    var access: Access
    /// Its detector, which decides what a thread is called.
    var detector: Detector
    /// Its frames, innermost first.
    var stack: [Frame]
    /// The frames above the site: runtime, library internals.
    var lead: ArraySlice<Frame>
    /// The site: the frame that represents the access.
    var site: Frame?
    /// The creation stack of its thread, innermost first.
    var creation: [Frame]

    /// `the write by goroutine 7`
    var words: String {
      let verb = access.qualifier?.assertion == nil ? access.operation.rawValue : "assertion"
      return access.thread.map { "the \(verb) by \($0.title(detector))" } ?? "the \(verb)"
    }
  }

  /// The report.
  var report: Report
  /// Both sides; empty when the report is not about two accesses.
  var sides: [Side]
  /// What it is on.
  var subject: Subject?
  /// What the locks say.
  var verdict: LockVerdict?
  /// Whether a side runs in a region of OpenMP, whose locks nobody sees.
  var isOpenMP = false
  /// Whether a side may hold locks that the detector does not see, such as those of Rust and Swift.
  private var hasUnseenLocks = false
  /// What source files tell; nothing before they were asked.
  var testimony: SourceTestimony
  /// Where a sleep came between the accesses, as ThreadSanitizer tells; nil where it does not.
  var sleep: Sleep?

  /// A sleep.
  struct Sleep {
    /// Who slept: the first frame of the program's own.
    var frame: Frame?
  }

  init(
    _ report: Report, _ frames: FrameTable, subject: Subject?, verdict: LockVerdict?,
    testimony: SourceTestimony = SourceTestimony()
  ) {
    self.report = report
    self.subject = subject
    self.verdict = verdict
    self.testimony = testimony
    let unseen = UnseenLocks(report, frames)
    isOpenMP = unseen.isOpenMP
    hasUnseenLocks = report.accesses.contains { unseen.mayBeHeld($0, report, frames) }
    if let section = report.sections.first(where: { $0.kind == .sleep }) {
      sleep = Sleep(frame: section.stack.flatMap { frames.frames(of: $0).first { !$0.isPlumbing } })
    }
    sides = report.accesses.map { access in
      let stack = access.stack.map { frames.frames(of: $0) } ?? []
      let created = report.thread(access.thread)?.created
      let index = access.siteIndex ?? 0
      // Where all is plumbing, the innermost frames say what was done.
      let plumbing = stack.prefix { $0.isPlumbing }.count
      return Side(
        access: access, detector: report.detector, stack: stack,
        lead: stack.prefix(max(min(index, stack.count), plumbing)),
        site: stack.indices.contains(index) ? stack[index] : nil,
        creation: created.map { frames.frames(of: $0) } ?? [])
    }
  }

  /// What a side's thread held: `lock M1 to write and pond_lock`.
  func locks(_ side: Side) -> String {
    let names = side.access.locks.map { lock in
      let name = report.lockTitle(lock.id)
      return (name == lock.id ? "lock \(name)" : name) + (lock.mode.map { " to \($0.rawValue)" } ?? "")
    }
    return names.joined(separator: " and ")
  }

  /// The kind of program that raced.
  var program: DetectorProfile.ProgramKind { report.detector.profile.program }

  /// Both sides, when both are in the log.
  var pair: (Side, Side)? {
    report.kind.hasTwoSides && sides.count == 2 ? (sides[0], sides[1]) : nil
  }
}

extension CauseFacts {
  /// Whether no lock is known that a side holds, by the report or by the source.
  var hasNoLock: Bool {
    !isOpenMP && sides.allSatisfy { $0.access.locks.isEmpty }
      && testimony.locks.both.allSatisfy { $0?.held.isEmpty != false }
  }
}

extension CauseFacts {
  /// Whether the source leaves open if a side holds a lock that the detector does not see.
  var mayMissLocks: Bool {
    hasUnseenLocks && program == .nativeProgram && testimony.locks.both.contains { $0?.isWhole == false }
  }
}

extension CauseFacts.Side {
  /// The name of the first frame above the site for which the test holds.
  func lead(where test: (String) -> Bool) -> String? { lead.lazy.compactMap(\.function).first(where: test) }

  /// Whether a function above the site has a name that begins with one of these.
  func calls(_ names: [String]) -> Bool { lead { name in names.contains { name.hasPrefix($0) } } != nil }
}
