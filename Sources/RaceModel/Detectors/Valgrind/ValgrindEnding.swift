/// What shows that a report of Helgrind or DRD was cut off at its end: something always follows what was printed last.
///
/// - DRD describes the memory below the stack of the access, and ends each segment that it begins (Valgrind's
///   `drd/drd_error.c` and `drd/drd_thread.c`).
/// - Helgrind prints both acquisitions of an order of locks, one below the other (`helgrind/hg_errors.c`).
struct ValgrindEnding {
  /// Whether the memory was described.
  private var describesMemory = false
  /// How many segments, or orders of locks, lack their second part.
  private var halves = 0
  /// The position of a stack that is announced; nil when the last one need not have frames.
  private var expected: Int?

  /// Takes note of a line that describes the memory.
  mutating func takeMemory(_ bytes: Span<UInt8>, _ line: Range<Int>, _ draft: ReportDraft) {
    describesMemory = true
    if bytes.ends("Allocation context:", in: line) { expectStack(in: draft) }
  }

  /// Takes note of a part of what has two, each with a stack: a segment, or an order of locks.
  mutating func takePart(isSecond: Bool, _ draft: ReportDraft) {
    halves = isSecond ? max(0, halves - 1) : halves + 1
    expectStack(in: draft)
  }

  /// Takes note that the stack that was just begun has frames, or words in their place.
  mutating func expectStack(in draft: ReportDraft) { expected = draft.stacks.all.indices.last }

  /// Whether the end of a report is missing, as far as this tells.
  func isCut(_ draft: ReportDraft) -> Bool {
    if halves > 0 { return true }
    if let last = draft.stacks.all.indices.last, expected == last {
      let stack = draft.stacks.all[last]
      if stack.frameCount == 0, !stack.isNotRestored { return true }
    }
    let isRace = draft.header.detector == .drd && draft.header.kind == .dataRace
    return isRace && !draft.accesses.isEmpty && !describesMemory
  }
}
