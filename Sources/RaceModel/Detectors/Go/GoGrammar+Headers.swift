/// The headers of sections, and what is missing at the end.
extension GoGrammar {
  mutating func readAccess(
    _ access: GoAccess, _ bytes: Span<UInt8>, _ number: Int, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) -> Verdict {
    // A third access, or a first one after the previous one, is another report whose title is lost.
    let isNext = access.isPrevious ? draft.accesses.contains { $0.isPrevious } : !draft.accesses.isEmpty
    let isRetold =
      !access.isPrevious && draft.awaitsRetold(address: access.address, thread: access.thread)
    if isNext && !isRetold || !draft.creations.isEmpty { return .ended }
    dropFrame(&draft, &naming)
    draft.begin(
      ReportDraft.Access(
        operation: access.operation, isPrevious: access.isPrevious, address: access.address,
        thread: access.thread))
    if let junk = access.junk { draft.addNote(bytes, junk) }
    if draft.header.title != nil { draft.progress.isProven = true }
    beginStack()
    if access.thread == nil || access.junk != nil { draft.damage.append(.header(line: number)) }
    if access.thread == nil {
      awaitsThread = true
      state = .between
    }
    return .taken
  }

  /// Reads the thread of an access whose header was cut in two.
  mutating func readThreadEnd(_ thread: ThreadName, _ draft: inout ReportDraft) -> Verdict {
    guard awaitsThread, !draft.accesses.isEmpty else { return .foreign }
    draft.accesses[draft.accesses.count - 1].thread = thread
    beginStack()
    return .taken
  }

  mutating func readCreation(
    _ creation: GoCreation, _ draft: inout ReportDraft, _ naming: inout Naming
  ) -> Verdict {
    // Old runtimes give the number of a dead goroutine to a new one: two sections of one number are both kept.
    if state == .doubtful {
      // After much foreign text only the creation of a thread of this report is believed.
      guard draft.accesses.contains(where: { $0.thread == creation.thread }) else { return .ended }
    }
    dropFrame(&draft, &naming)
    draft.begin(ReportDraft.Creation(thread: creation.thread, state: creation.state))
    beginStack()
    return .taken
  }

  mutating func readLocation(
    _ kind: Location.Kind, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) -> Verdict {
    guard !draft.accesses.isEmpty else { return .foreign }
    dropFrame(&draft, &naming)
    draft.begin(GoLocation.parse(kind, bytes, line.text))
    beginStack()
    return .taken
  }

  private mutating func beginStack() {
    state = .stack
    awaitsThread = false
    isBelowFence = false
  }

  mutating func finish(draft: inout ReportDraft, naming: inout Naming) {
    dropFrame(&draft, &naming)
    if draft.header.title == nil { draft.damage.insert(.head, at: 0) }
    if draft.progress.hasOpeningBar, !draft.progress.hasClosingBar { draft.damage.append(.tail) }
    guard draft.header.kind == .dataRace else { return }
    draft.addDamageOfAccesses()
    draft.addDamageOfCreations()
  }
}
