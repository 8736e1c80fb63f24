extension Report {
  /// A report that was read whole.
  init(_ draft: ReportDraft, during: PrintedDuring?) {
    detector = draft.detector
    kind = draft.kind
    title = draft.title
    lines = draft.firstLine...max(draft.firstLine, draft.lastLine)
    printedDuring = during
    accesses = draft.accesses.map { access in
      Access(
        operation: access.operation, isAtomic: access.isAtomic, isPrevious: access.isPrevious, size: access.size,
        address: access.address, thread: access.thread, stack: access.frameCount > 0 ? access.stack : nil,
        siteIndex: access.frameCount > 0 ? access.siteIndex ?? 0 : nil)
    }
    locations = draft.locations
    notes = draft.notes
    damage = draft.damage
    threads = Self.threads(draft)
  }

  /// What is left of a report whose log was changed after it was indexed.
  init(lost entry: ReportEntry, during: PrintedDuring?) {
    detector = entry.detector
    kind = entry.kind
    title = nil
    lines = entry.line...max(entry.line, entry.endLine)
    printedDuring = during
    damage = [.changed]
  }

  /// The threads that a report describes, then those that it only names.
  private static func threads(_ draft: ReportDraft) -> [Thread] {
    var threads = draft.creations.map {
      Thread(name: $0.thread, state: $0.state, created: $0.frameCount > 0 ? $0.stack : nil)
    }
    for name in draft.accesses.compactMap(\.thread) + draft.locations.compactMap(\.thread)
    where !threads.contains(where: { $0.name == name }) {
      threads.append(Thread(name: name, state: nil, created: nil))
    }
    return threads
  }
}
