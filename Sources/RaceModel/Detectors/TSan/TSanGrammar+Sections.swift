/// The headers of sections, and what is missing at the end.
extension TSanGrammar {
  mutating func readHeader(
    _ kind: TSanLine, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) -> Verdict {
    if case .access(let access) = kind, isOfNextReport(access, draft) { return .ended }
    if case .threadEnd(let end) = kind { return readThreadEnd(end, &draft) }
    endStack(&draft, &naming)
    // The index keeps no texts.
    let isFull = draft.depth == .full
    let text = isFull ? bytes.decoded(line.text) : ""
    let announces = bytes.announcesStack(line.text)
    (state, current.frameCount, awaitsThread, current.isBelowBlank) = (.stack, 0, false, false)
    awaitsLocks = false
    switch kind {
    case .access(let access): begin(access, bytes, line.number, &draft)
    case .thread(let thread): begin(thread, bytes, &draft)
    case .location:
      draft.begin(isFull ? TSanLocation.parse(bytes, line.text) : Location(kind: .other, text: ""))
      if !TSanLocation.hasStack(bytes, line.text) { endSection(&draft) }
    case .lock(let id, let hasStack):
      draft.begin(Lock(id: bytes.decoded(id), text: text, announcesStack: announces))
      if !hasStack { endSection(&draft) }
    case .cycle: readCycle(bytes, line.text, &draft)
    case .acquisition(let lock, let held, let thread):
      if draft.header.title == nil, draft.accesses.isEmpty { draft.header.kind = .lockOrder }
      var section = Section(kind: .acquisition, title: text, thread: thread, announcesStack: announces)
      if isFull { (section.acquired, section.held) = (bytes.decoded(lock), bytes.decoded(held)) }
      draft.begin(section, isSide: draft.header.kind == .lockOrder)
    case .second: draft.begin(Section(kind: .subject, title: text), isSide: !draft.header.kind.hasTwoSides)
    case .signal:
      let section = Section(kind: .signal, title: text, announcesStack: announces)
      draft.begin(section, isSide: !draft.header.kind.hasTwoSides)
    case .earlierAcquisition(let lock):
      var section = Section(kind: .earlierAcquisition, title: text, announcesStack: announces)
      if isFull { section.acquired = bytes.decoded(lock) }
      draft.begin(section)
    case .sleep: draft.begin(Section(kind: .sleep, title: text))
    case .summary: readSummary(text, line.number, &draft)
    default: return .foreign
    }
    if draft.header.title != nil { draft.progress.isProven = true }
    return .taken
  }

  private mutating func readSummary(_ text: String, _ number: Int, _ draft: inout ReportDraft) {
    if draft.depth == .full { draft.header.summary = text }
    summaryLine = number
    isHeaded = draft.header.title == nil && draft.stacks.all.isEmpty
    draft.progress.mayPassLastLine = draft.header.title == nil && !isHeaded
    state = isHeaded ? .headed : .summed
    draft.endSection()
  }

  /// Whether the access belongs to another report, whose title is lost.
  private func isOfNextReport(_ access: TSanAccess, _ draft: ReportDraft) -> Bool {
    if !draft.header.kind.hasTwoSides, draft.header.kind != .other { return true }
    if !draft.creations.isEmpty || !draft.locations.isEmpty || !draft.locks.isEmpty { return true }
    if !access.isPrevious, draft.awaitsRetold(address: access.address, thread: access.thread) { return false }
    return access.isPrevious ? draft.accesses.contains { $0.isPrevious } : !draft.accesses.isEmpty
  }

  private mutating func begin(
    _ access: TSanAccess, _ bytes: Span<UInt8>, _ number: Int, _ draft: inout ReportDraft
  ) {
    // Titles of runtimes that other projects have changed say nothing of two sides.
    if draft.header.kind == .other, access.type != nil { draft.header.kind = .externalRace }
    let type = access.type.map { AccessQualifier.object(bytes.decoded($0)) }
    if draft.header.title == nil, type == .object("Swift variable") || access.isOfSwift {
      draft.header.kind = .swiftAccessRace
    }
    draft.begin(
      ReportDraft.Access(
        operation: access.operation, isAtomic: access.isAtomic, isPrevious: access.isPrevious,
        size: access.size, address: access.address, thread: access.thread, locks: access.locks,
        tellsLocks: true, qualifier: type))
    if let words = access.junk ?? access.annotation { draft.addNote(bytes, words) }
    awaitsThread = access.thread == nil
    awaitsLocks = access.endsInLocks
    endsInAddress = access.endsInAddress
    if access.thread == nil || access.junk != nil || access.endsInLocks {
      draft.damage.append(.header(line: number))
    }
  }

  private mutating func readThreadEnd(_ end: TSanAccess, _ draft: inout ReportDraft) -> Verdict {
    guard awaitsThread, !draft.accesses.isEmpty else { return .foreign }
    draft.accesses[draft.accesses.count - 1].thread = end.thread
    draft.accesses[draft.accesses.count - 1].locks = end.locks
    (awaitsThread, endsInAddress) = (false, false)
    return .taken
  }

  private mutating func begin(_ thread: TSanThread, _ bytes: Span<UInt8>, _ draft: inout ReportDraft) {
    let label = draft.depth == .full ? thread.label.map { bytes.decoded($0) } : nil
    let isLeak = draft.header.kind == .threadLeak && draft.creations.isEmpty
    draft.begin(
      ReportDraft.Creation(
        thread: thread.thread, label: label, tid: thread.tid,
        state: thread.state, parent: thread.parent), isSide: isLeak)
    if thread.isPooled {
      pooled.append(thread.thread)
      endSection(&draft)
    }
  }

  /// `Cycle in lock order graph: M0 (0xHEX) => M1 (0xHEX) => M0`
  private mutating func readCycle(_ bytes: Span<UInt8>, _ line: Range<Int>, _ draft: inout ReportDraft) {
    if draft.header.title == nil { draft.header.kind = .lockOrder }
    let section = Section(kind: .lockCycle, title: bytes.decoded(line))
    draft.sections.append(ReportDraft.Part(value: section, stack: nil))
    endSection(&draft)
    var known = Set(draft.locks.map(\.value.id))
    var start = line.lowerBound + 27
    while start < line.upperBound {
      let end = bytes.first(" => ", in: start..<line.upperBound) ?? line.upperBound
      let text = bytes.trimmed(start..<end)
      let id = bytes.upToBlank(text)
      let lock = Lock(id: bytes.decoded(id), text: bytes.decoded(text))
      if !lock.id.isEmpty, known.insert(lock.id).inserted {
        draft.locks.append(ReportDraft.Part(value: lock, stack: nil))
      }
      start = end + 4
    }
  }

  private mutating func endSection(_ draft: inout ReportDraft) {
    draft.endSection()
    state = .between
  }

  mutating func finish(draft: inout ReportDraft, naming: inout Naming) {
    endStack(&draft, &naming)
    // Where the log ends in an address some of its digits may be missing.
    if endsInAddress, let last = draft.accesses.indices.last,
      draft.stack(of: draft.accesses[last]).frameCount == 0
    {
      draft.accesses[last].address = nil
    }
    placeless.addDamage(to: &draft)
    if draft.header.title == nil { draft.damage.insert(.head, at: 0) }
    let isCut = draft.progress.hasOpeningBar && !draft.progress.hasClosingBar && state != .summed
    let isEmpty =
      !draft.header.kind.hasTwoSides && !draft.stacks.all.contains { $0.isSide && $0.frameCount > 0 }
    if isCut || isEmpty { draft.damage.append(.tail) }
    if draft.header.kind.hasTwoSides { draft.addDamageOfAccesses() }
    draft.addDamageOfCreations(except: pooled)
  }
}
