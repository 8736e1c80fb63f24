extension ReportDraft {
  /// What an index keeps of the report. Mutating only so that the draft is not copied for it.
  mutating func takeEntry() -> ReportEntry {
    ReportEntry(&self)
  }
}

extension ReportEntry {
  /// The entry of a report that was just read, its log not set.
  fileprivate init(_ draft: inout ReportDraft) {
    self.init(draft.header.detector, draft.header.kind)
    let extent = draft.extent
    (start, byteCount) = (extent.start, extent.end - extent.start)
    setLines(
      first: extent.startLine, title: extent.firstLine, last: extent.lastLine, header: extent.headerLine)
    isComplete = draft.damage.isEmpty
    related = draft.threads.related
    if kind.hasTwoSides {
      let isFirstPrevious = !draft.accesses.isEmpty && draft.accesses[0].isPrevious
      let positions = Sides.accesses(count: draft.accesses.count, isFirstPrevious: isFirstPrevious)
      first = positions.a.map { Side(draft, access: $0) }
      second = positions.b.map { Side(draft, access: $0) }
    } else {
      let stacks = draft.stacks.all.indices.filter { draft.stacks.all[$0].isSide }
      var sides: [Side] = []
      for stack in stacks.prefix(2) {
        let access = draft.accesses.firstIndex { $0.stack == stack }
        let site = draft.stacks.all[stack].site
        sides.append(
          access.map { Side(draft, access: $0) }
            ?? Side(operation: nil, isAtomic: false, isPrevious: false, site: site, address: nil))
      }
      first = sides.first
      second = sides.dropFirst().first
      moreSites = stacks.dropFirst(2).map { draft.stacks.all[$0].site }
    }
    hasOpeningBar = draft.progress.hasOpeningBar
    (duringPackage, duringTest) = (extent.during.package, extent.during.test)
    duringJob = extent.during.job
    ordinal = extent.ordinal
    let pid = draft.header.pid.map { Process.pid(Int32(truncatingIfNeeded: $0)) }
    process = detector.profile.printsProcesses ? pid ?? .lost : .unnamed
    // Either thread may be the one that was caught.
    let (one, other) = (Self.threadCode(draft, access: 0), Self.threadCode(draft, access: 1))
    threads = (min(one, other) &* 0x0100_0193 ^ max(one, other)) &* 0x0100_0193
  }
}

extension ReportEntry {
  /// A number for the thread of an access; 0 where there is no such access.
  private static func threadCode(_ draft: borrowing ReportDraft, access index: Int) -> UInt32 {
    guard index < draft.accesses.count else { return 0 }
    guard let thread = draft.accesses[index].thread else { return 7 }
    return UInt32(truncatingIfNeeded: thread.number) &* 8 | thread.word.code
  }
}

extension ReportEntry.Side {
  /// An access of a report.
  fileprivate init(_ draft: borrowing ReportDraft, access index: Int) {
    operation = draft.accesses[index].operation
    isAtomic = draft.accesses[index].isAtomic
    isPrevious = draft.accesses[index].isPrevious
    site = draft.stacks.all[draft.accesses[index].stack].site
    address = draft.accesses[index].address
  }
}

extension ThreadName.Word {
  /// A number for each word, below 7.
  fileprivate var code: UInt32 {
    switch self {
    case .main: 0
    case .goroutine: 1
    case .thread: 2
    case .numbered: 3
    case .task: 4
    case .interrupt: 5
    }
  }
}
