/// The lines behind the stacks: locks that the task holds, and the machine.
extension KCSANGrammar {
  /// Reads `#0: ADDRESS (NAME){...`. A tool that looks up source lines prints a lock once for each call that was inlined
  /// where it was taken.
  mutating func readLock(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ lock: Range<Int>, _ draft: inout ReportDraft
  ) {
    let number = bytes.decimal(at: line.lowerBound + 1, end: line.upperBound)?.value
    let id = bytes.string(lock)
    let last = draft.accesses.count - 1
    if number != lockNumber || draft.accesses[last].locks.last?.id != id {
      draft.accesses[last].locks.append(HeldLock(id: id))
    }
    lockNumber = number
    draft.accesses[last].tellsLocks = true
  }

  /// `CPU: 1 PID: 488 Comm: NAME ...`, `Hardware name: ...`, `Workqueue: ...`
  func readMachine(_ bytes: Span<UInt8>, _ line: Range<Int>, _ draft: inout ReportDraft) {
    if draft.depth == .full {
      // In place: the text is not copied for each line.
      if draft.header.summary == nil { draft.header.summary = "" } else { draft.header.summary?.append("; ") }
      draft.header.summary?.append(bytes.string(line))
    }
    if bytes.has("CPU: ", at: line.lowerBound, end: line.upperBound),
      let found = bytes.first(" PID: ", in: line)
    {
      draft.header.pid = bytes.decimal(at: found + 6, end: line.upperBound)?.value
    }
  }
}
