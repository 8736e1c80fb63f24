/// Threads that were announced before the reports that name them.
struct AnnouncedThreads {
  /// A process whose reports are in the log.
  struct Process: Hashable {
    var stream: TextStream
    var pid: Int?
  }

  /// A thread of one process.
  struct Thread: Hashable {
    var process: Process
    var name: ThreadName

    /// Numbers tell nearly all of them apart.
    func hash(into hasher: inout Hasher) {
      hasher.combine((process.pid ?? 0) << 32 ^ process.stream.position << 20 ^ name.number)
    }
  }

  /// What reports refer to that is announced before them.
  enum Wish: Hashable {
    /// The creation of a thread.
    case thread(Thread)
    /// The heading that says which thread the report is about.
    case heading(Process)
  }

  /// Threads whose creation was announced.
  private(set) var creations: [Thread: Announcement] = [:]
  /// The heading of each process that says which thread its next reports are about.
  private(set) var headings: [Process: ReportDraft] = [:]
  /// What reports looked for in vain, numbered; nil unless the bytes are a piece of a log, so that it may have been
  /// announced in an earlier one.
  private(set) var wishes: [Wish: Int]?

  /// Takes note that the bytes are a piece of a log.
  mutating func expectEarlierPieces() { wishes = [:] }

  /// Takes note of a thread's creation.
  mutating func add(_ thread: Thread, _ creation: Announcement?) { creations[thread] = creation }

  /// Takes note of a heading.
  mutating func add(_ heading: ReportDraft, of process: Process) { headings[process] = heading }

  /// Takes over what others have announced.
  mutating func add(_ others: AnnouncedThreads) {
    for (thread, creation) in others.creations { creations[thread] = creation }
    for (process, heading) in others.headings { headings[process] = heading }
  }

  /// Forgets all threads. Reports that are read again, one after the other, look for a few threads each.
  mutating func removeAll() {
    creations.removeAll(keepingCapacity: creations.count < 16)
    headings.removeAll()
  }

  /// Adds the creations of a report's threads that were announced before it.
  mutating func complete(_ draft: inout ReportDraft, of process: Process) {
    if draft.threads.isUnderHeading {
      if let heading = headings[process], let thread = heading.threads.heads {
        draft.set(thread: thread, at: heading.extent.bytes)
      } else {
        want(.heading(process), &draft)
      }
    }
    guard wishes != nil || !creations.isEmpty else { return }
    // By their positions: a copy of an access is one more owner of its locks.
    for index in draft.accesses.indices {
      addCreation(of: draft.accesses[index].thread, to: &draft, process)
    }
    for index in draft.sections.indices {
      addCreation(of: draft.sections[index].value.thread, to: &draft, process)
    }
    for name in draft.threads.mentioned { addCreation(of: name, to: &draft, process) }
  }

  private mutating func addCreation(
    of name: ThreadName?, to draft: inout ReportDraft, _ process: Process
  ) {
    guard let name, !draft.creations.contains(where: { $0.thread == name }) else { return }
    let thread = Thread(process: process, name: name)
    if let found = creations[thread] {
      draft.add(found)
    } else if name != .main {
      want(.thread(thread), &draft)
    }
  }

  /// Notes that an earlier piece of the log may hold what the report refers to.
  private mutating func want(_ wish: Wish, _ draft: inout ReportDraft) {
    guard let count = wishes?.count else { return }
    let number = wishes?[wish] ?? count
    if number == count { wishes?[wish] = number }
    let wish = RelatedBytes(start: -1 - number, count: 0, line: 0)
    if draft.threads.related.isEmpty { draft.threads.related.reserveCapacity(4) }
    if !draft.threads.related.contains(wish) { draft.threads.related.append(wish) }
  }
}
