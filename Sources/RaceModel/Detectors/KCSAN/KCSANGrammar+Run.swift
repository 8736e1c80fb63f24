/// Reading many lines at once.
extension KCSANGrammar {
  var mayRun: Bool {
    guard case .nothing = unfinished else { return false }
    return state != .title && foreign.run == 0 && lossLine == nil
  }

  mutating func readRun(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, number: Int, draft: inout ReportDraft,
    naming: inout Naming
  ) -> LineRun {
    var run = LineRun(at: start)
    guard mayRun else { return run }
    draft.progress.goesOn = false
    var stack: StackRun?
    while run.end < end, let lineEnd = bytes.first(0x0A, in: run.end..<end) {
      if stack == nil, state == .stack, draft.stacks.awaitFirstFrame {
        if let known = draft.addKnownStack(bytes, from: run.end, to: end, &naming) {
          run.pass(known, number: number, &draft)
          continue
        }
        stack = StackRun(at: run.end, line: run.lines)
      }
      let line = bytes.trimmed(run.end..<lineEnd)
      let kind = KCSANLine.classify(bytes, line)
      if case .frame(let frame) = kind, state == .stack {
        guard frame.inlined.isEmpty else { break }
        add(frame, bytes, &draft, &naming)
        stack?.addFrame(at: run.end, line: run.lines)
      } else {
        keep(&stack, bytes, run, draft, &naming)
        guard isSure(kind, draft) else { break }
        _ = readLine(kind, bytes, line, number + run.lines, &draft, &naming)
      }
      run.end = lineEnd + 1
      if !line.isEmpty {
        run.taken = run.end
        draft.place.lastLine = number + run.lines
      }
      run.lines += 1
    }
    keep(&stack, bytes, run, draft, &naming)
    return run
  }

  /// Keeps a stack that has ended, to know it when it comes again.
  private func keep(
    _ stack: inout StackRun?, _ bytes: Span<UInt8>, _ run: LineRun, _ draft: ReportDraft,
    _ naming: inout Naming
  ) {
    stack?.keep(bytes, to: run.end, line: run.lines, lastMayChange: false, draft, &naming)
    stack = nil
  }

  /// Whether a line that is no frame is the report's beyond doubt.
  private func isSure(_ kind: KCSANLine, _ draft: ReportDraft) -> Bool {
    switch kind {
    case .blank: true
    case .access(let access):
      access.isWhole && state != .footer && !isUnknownOrigin && draft.accesses.count == 1
        && !access.isUnknownOrigin
    case .mark, .valueChange, .bitsChanged, .locksHeld, .noLocksHeld, .lock, .irqTrace, .reporter:
      !draft.accesses.isEmpty && state != .footer
    case .machine: state == .footer
    case .title, .frame, .reorderedTo, .bar, .loss, .otherDump, .other: false
    }
  }
}
