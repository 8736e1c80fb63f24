/// Threads that were announced before the reports that name them.
extension LogScanner {
  /// Adds the creations of the report's threads that were announced before it.
  mutating func addAnnouncements(to draft: inout ReportDraft, _ process: Process) {
    if draft.isUnderHeading {
      if let heading = headings[process], let thread = heading.heads {
        draft.set(thread: thread, at: heading.bytes)
      } else if isPiece {
        want(.heading(process), &draft)
      }
    }
    guard isPiece || !announcements.isEmpty else { return }
    // By their positions: a copy of an access is one more owner of its locks.
    for index in draft.accesses.indices {
      addAnnouncement(of: draft.accesses[index].thread, to: &draft, process)
    }
    for index in draft.sections.indices {
      addAnnouncement(of: draft.sections[index].value.thread, to: &draft, process)
    }
    for name in draft.mentioned { addAnnouncement(of: name, to: &draft, process) }
  }

  private mutating func addAnnouncement(
    of thread: ThreadName?, to draft: inout ReportDraft, _ process: Process
  ) {
    guard let thread, !draft.creations.contains(where: { $0.thread == thread }) else { return }
    let announced = AnnouncedThread(process: process, name: thread)
    if let found = announcements[announced] {
      draft.add(found)
    } else if isPiece, thread != .main {
      want(.thread(announced), &draft)
    }
  }

  /// Notes that an earlier piece of the log may hold what the report refers to.
  private mutating func want(_ wish: Wanted, _ draft: inout ReportDraft) {
    let number: Int
    if let known = wanted[wish] {
      number = known
    } else {
      number = wanted.count
      wanted[wish] = number
    }
    let place = RelatedBytes(start: -1 - number, count: 0, line: 0)
    if draft.related.isEmpty { draft.related.reserveCapacity(4) }
    if !draft.related.contains(place) { draft.related.append(place) }
  }

  /// A source's name: the same in all pieces of a log.
  func name(of source: OpenReports.Source) -> String { source < 0 ? "" : "=" + sources.string(source) }

  private func named(_ process: Process) -> SegmentThreads.Process {
    SegmentThreads.Process(source: name(of: process.source), pid: process.pid)
  }

  /// What was announced so far, and looked for in vain.
  var threads: SegmentThreads {
    var threads = SegmentThreads()
    for (thread, announcement) in announcements {
      threads.announced[.thread(named(thread.process), thread.name)] = announcement.bytes
    }
    for (process, heading) in headings {
      threads.announced[.heading(named(process))] = heading.bytes
      threads.headings[named(process)] = heading.heads
    }
    threads.wanted = wanted.sorted { $0.value < $1.value }.map { wish, _ in
      switch wish {
      case .thread(let thread): .thread(named(thread.process), thread.name)
      case .heading(let process): .heading(named(process))
      }
    }
    return threads
  }
}
