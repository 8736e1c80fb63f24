extension Report {
  /// A report that was read whole.
  init(_ draft: ReportDraft, during: PrintedDuring?) {
    detector = draft.header.detector
    kind = draft.header.kind
    title = draft.header.title
    pid = draft.header.pid
    lines = draft.extent.firstLine...max(draft.extent.firstLine, draft.extent.lastLine)
    printedDuring = during
    accesses = draft.accesses.map { access in
      let stack = draft.stack(of: access)
      return Access(
        operation: access.operation, isAtomic: access.isAtomic, isPrevious: access.isPrevious,
        size: access.size, address: access.address, thread: access.thread, locks: access.locks,
        tellsLocks: access.tellsLocks, qualifier: access.qualifier, stack: stack.known,
        siteIndex: stack.frameCount > 0 ? stack.siteIndex ?? 0 : nil)
    }
    locations = draft.locations.map { part in
      var location = part.value
      location.stack = part.stack.flatMap { draft.stacks.all[$0].known }
      return location
    }
    locks = draft.locks.map { part in
      var lock = part.value
      lock.created = part.stack.flatMap { draft.stacks.all[$0].known }
      return lock
    }
    sections = draft.sections.map { part in
      var section = part.value
      section.stack = part.stack.flatMap { draft.stacks.all[$0].known }
      return section
    }
    valueChange = draft.header.valueChange
    summary = draft.header.summary
    notes = draft.notes
    damage = draft.damage
    threads = Self.threads(draft)
    // Observers of properties do not run in an initializer.
    indexLocks()
    indexThreads()
  }

  /// The threads that a report describes, then those that it only names.
  private static func threads(_ draft: ReportDraft) -> [Thread] {
    var threads = draft.creations.map {
      Thread(
        name: $0.thread, label: $0.label, tid: $0.tid, state: $0.state, parent: $0.parent,
        created: draft.stack(of: $0).known)
    }
    var known = Set(threads.map(\.name))
    func add(_ name: ThreadName?) {
      guard let name, known.insert(name).inserted else { return }
      threads.append(Thread(name: name))
    }
    for index in draft.accesses.indices { add(draft.accesses[index].thread) }
    for index in draft.locations.indices { add(draft.locations[index].value.thread) }
    for index in draft.sections.indices { add(draft.sections[index].value.thread) }
    for name in draft.threads.mentioned { add(name) }
    for index in draft.creations.indices { add(draft.creations[index].parent) }
    return threads
  }
}

extension StackDraft {
  /// The frames; nil when none was read.
  fileprivate var known: Report.Stack? { frameCount > 0 ? frames : nil }
}
