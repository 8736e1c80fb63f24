/// Reading many lines at once.
extension KCSANGrammar {
  var mayRun: Bool {
    guard case .nothing = unfinished else { return false }
    return state != .title && foreign.run == 0 && lossLine == nil
  }

  mutating func readRun(
    _ bytes: Span<UInt8>, _ run: inout LineRun, draft: inout ReportDraft, naming: inout Naming
  ) {
    guard mayRun else { return }
    draft.progress.goesOn = false
    var stack: StackRun?
    // The frame above, which the next line may tell more of, and how far the run had come before it.
    var waiting: (frame: KCSANFrame, run: LineRun, lastLine: Int)?
    while run.end < run.limit, let lineEnd = bytes.first(0x0A, in: run.end..<run.limit) {
      if stack == nil, waiting == nil, state == .stack, draft.stacks.awaitFirstFrame {
        if let known = draft.addKnownStack(bytes, in: run.rest, &naming) {
          run.pass(known, &draft)
          continue
        }
        stack = StackRun(at: run)
      }
      let line = ReportLine(bytes, run.end..<lineEnd, number: run.number)
      let kind = KCSANLine.classify(bytes, line.text)
      if let above = waiting {
        // It is read with this line.
        if tellsMore(kind, bytes, line.text) { break }
        add(above.frame, bytes, &draft, &naming)
        waiting = nil
      }
      if case .frame(let frame) = kind, state == .stack {
        guard frame.inlined.isEmpty, frame.named.isEmpty, frame.annotation == nil else { break }
        waiting = (frame, run, draft.place.lastLine)
        stack?.addFrame(at: run)
      } else {
        keep(&stack, bytes, run, draft, &naming)
        guard isSure(kind, draft), !isLinked(kind, bytes, line.text) else { break }
        _ = readLine(kind, bytes, line, &draft, &naming)
      }
      run.end = lineEnd + 1
      if !line.text.isEmpty {
        run.taken = run.end
        draft.place.lastLine = line.number
      }
      run.lines += 1
    }
    if let waiting {
      (run, draft.place.lastLine) = (waiting.run, waiting.lastLine)
    } else {
      keep(&stack, bytes, run, draft, &naming)
    }
  }

  /// Whether a line may tell more of the frame above it.
  private func tellsMore(_ kind: KCSANLine, _ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    switch kind {
    case .other, .loss: KCSANFrame.isRest(bytes, line) || KCSANFrame.isNamedPlace(bytes, line)
    default: false
    }
  }

  /// Keeps a stack that has ended, to know it when it comes again.
  private func keep(
    _ stack: inout StackRun?, _ bytes: Span<UInt8>, _ run: LineRun, _ draft: ReportDraft,
    _ naming: inout Naming
  ) {
    stack?.keep(bytes, to: run, lastMayChange: false, draft, &naming)
    stack = nil
  }

  /// Whether the number of a build was made a link, which has to be undone.
  private func isLinked(_ kind: KCSANLine, _ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard case .machine = kind else { return false }
    return bytes.first("](http", in: line) != nil || bytes.first("<a ", in: line) != nil
  }

  /// Whether a line that is no frame is the report's beyond doubt.
  private func isSure(_ kind: KCSANLine, _ draft: ReportDraft) -> Bool {
    switch kind {
    case .blank: true
    case .access(let access):
      access.isWhole && access.annotation == nil && state != .footer && !isUnknownOrigin
        && draft.accesses.count == 1
        && !access.isUnknownOrigin
    case .mark, .valueChange, .bitsChanged, .locksHeld, .noLocksHeld, .lock, .irqTrace, .reporter:
      !draft.accesses.isEmpty && state != .footer
    case .machine: state == .footer
    case .title, .frame, .reorderedTo, .bar, .loss, .otherDump, .other: false
    }
  }
}
