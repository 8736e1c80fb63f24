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
    if access.isCut || access.junk != nil { draft.damage.append(.header(line: number)) }
    if access.isCut {
      awaitsThread = true
      // Where a table or a screen has cut the line at its right, the frames are below it.
      if !access.endsInThread { state = .between }
    }
    return .taken
  }

  /// Reads the thread of an access whose header was cut in two.
  mutating func readThreadEnd(_ thread: ThreadName, _ draft: inout ReportDraft) -> Verdict {
    guard awaitsThread, !draft.accesses.isEmpty, draft.stacks.awaitFirstFrame else { return .foreign }
    draft.accesses[draft.accesses.count - 1].thread = thread
    beginStack()
    return .taken
  }

  /// - Parameter header: the header's text.
  mutating func readCreation(
    _ creation: GoCreation, _ bytes: Span<UInt8>, _ header: Range<Int>, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) -> Verdict {
    // Old runtimes give the number of a dead goroutine to a new one: two sections of one number are both kept.
    if state == .doubtful {
      // After much foreign text only the creation of a thread of this report is believed.
      guard draft.accesses.contains(where: { $0.thread == creation.thread }) else { return .ended }
    }
    guard creation.thread != nil || !draft.accesses.isEmpty else { return .foreign }
    dropFrame(&draft, &naming)
    if let thread = creation.thread {
      draft.begin(ReportDraft.Creation(thread: thread, state: creation.state))
    } else {
      // Threads are identified by number: a creation without one becomes a stack of its own, beside those of the accesses.
      draft.begin(Section(kind: .other, title: bytes.string(header), announcesStack: true))
    }
    beginStack()
    return .taken
  }

  /// Reads a header that lost its first characters: the first one of a report, or any one of a report whose title lost
  /// some.
  mutating func readRestored(
    _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft, _ naming: inout Naming
  ) -> Verdict {
    guard isTitleCut || draft.accesses.isEmpty, let whole = GoLostStart.restored(bytes, line.text) else {
      return .foreign
    }
    let text = 0..<whole.count
    if let access = GoLostStart.access(whole.span, text) {
      return readAccess(access, whole.span, line.number, &draft, &naming)
    }
    guard isTitleCut, let creation = GoCreation.parse(whole.span, text) else { return .foreign }
    return readCreation(creation, whole.span, text, &draft, &naming)
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
    above.isFence = false
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
