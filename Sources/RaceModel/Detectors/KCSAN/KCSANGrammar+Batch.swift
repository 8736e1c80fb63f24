/// Reading many lines at once.
extension KCSANGrammar {
  mutating func mayReadBatch() -> Bool {
    guard case .nothing = unfinished else { return false }
    return foreign.count == 0 && lossLine == nil && !interruption.hasBar
  }

  mutating func readBatch(
    _ bytes: Span<UInt8>, _ batch: inout LineBatch, draft: inout ReportDraft, naming: inout Naming
  ) {
    guard mayReadBatch() else { return }
    draft.progress.goesOn = false
    var stack: StackCapture?
    // The frame above, which the next line may tell more of, and how far the batch had come before it.
    var waiting: (frame: KCSANFrame, batch: LineBatch, lastLine: Int)?
    while batch.end < batch.limit, let lineEnd = bytes.first(0x0A, in: batch.end..<batch.limit) {
      if stack == nil, waiting == nil, state == .stack, draft.stacks.awaitFirstFrame {
        if let known = draft.addKnownStack(bytes, in: batch.rest, &naming) {
          batch.pass(known, &draft)
          continue
        }
        stack = StackCapture(at: batch)
      }
      let line = ReportLine(bytes, batch.end..<lineEnd, number: batch.number)
      if line.text.isEmpty {
        if let above = waiting { add(above.frame, bytes, &draft, &naming) }
        waiting = nil
        keep(&stack, bytes, batch, draft, &naming)
        framesAtBlank = draft.stacks.lastFrameCount
        (batch.end, batch.lines) = (lineEnd + 1, batch.lines + 1)
        continue
      }
      let kind = KCSANLine.classify(bytes, line.text)
      if let above = waiting {
        // It is read with this line.
        if tellsMore(kind, bytes, line.text) { break }
        add(above.frame, bytes, &draft, &naming)
        waiting = nil
      }
      let verdict: Verdict
      if case .frame(let frame) = kind, state == .stack {
        guard frame.inlined.isEmpty, frame.named.isEmpty, frame.annotation == nil, !frame.isCut else { break }
        waiting = (frame, batch, draft.extent.lastLine)
        interruption.indent = line.indent
        stack?.addFrame(at: batch)
        verdict = .taken
      } else {
        keep(&stack, bytes, batch, draft, &naming)
        guard isSure(kind, line, draft), !isLinked(kind, bytes, line.text) else { break }
        verdict = readLine(kind, bytes, line, &draft, &naming)
      }
      guard batch.pass(lineTo: lineEnd + 1, verdict, &draft) else { break }
    }
    if let waiting {
      (batch, draft.extent.lastLine) = (waiting.batch, waiting.lastLine)
    } else {
      keep(&stack, bytes, batch, draft, &naming)
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
    _ stack: inout StackCapture?, _ bytes: Span<UInt8>, _ batch: LineBatch, _ draft: ReportDraft,
    _ naming: inout Naming
  ) {
    stack?.keep(bytes, to: batch, lastMayChange: false, draft, &naming)
    stack = nil
  }

  /// Whether the number of a build was made a link, which has to be undone, or is on the next line.
  private func isLinked(_ kind: KCSANLine, _ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard case .machine = kind else { return false }
    return bytes.first("](http", in: line) != nil || bytes.first("<a ", in: line) != nil
      || Self.isCutMachine(bytes, line)
  }

  /// Whether a line that is no frame is the report's beyond doubt.
  private func isSure(_ kind: KCSANLine, _ line: ReportLine, _ draft: ReportDraft) -> Bool {
    switch kind {
    case .blank: true
    case .access(let access):
      // Right below another one it may be the same line once more.
      access.isWhole && access.annotation == nil && state != .footer && !isUnknownOrigin
        && !access.isUnknownOrigin
        && (state == .title || (draft.accesses.count == 1 && draft.extent.lastLine + 1 < line.number))
    case .mark, .valueChange, .bitsChanged, .locksHeld, .noLocksHeld, .lock, .irqTrace, .reporter:
      !draft.accesses.isEmpty && state != .footer
    case .machine, .bar: state == .footer
    case .title, .frame, .reorderedTo, .loss, .elision, .otherDump, .other: false
    }
  }
}
