/// What other writers have printed in the middle of a stack, and what looks like its end.
extension KCSANGrammar {
  /// How many `=` a bar has at least that is the kernel's own, but for a few that were cut.
  private static let ownBar = 60

  /// Whether nothing shows that the stack has ended: the kernel prints an empty line behind each.
  private func isInsideStack(_ draft: ReportDraft) -> Bool {
    !draft.stacks.awaitFirstFrame && draft.stacks.lastFrameCount != framesAtBlank
  }

  // MARK: Locks of another task

  /// Keeps what the access had above a line about locks or interrupts, if that is inside its stack.
  mutating func keepDetail(
    _ kind: KCSANLine, _ bytes: Span<UInt8>, _ line: Range<Int>, _ draft: ReportDraft
  ) {
    switch kind {
    case .locksHeld, .noLocksHeld, .lock, .irqTrace:
      if state == .stack {
        interruption.access = isInsideStack(draft) ? draft.accesses.last : nil
        interruption.details = ForeignLines()
      } else if state != .details {
        interruption.access = nil
      }
      if interruption.access != nil { interruption.details.add(bytes, line, draft.depth) }
    default: interruption.access = nil
    }
  }

  /// Goes back to the stack above such lines, because its next frame is right below them: they were of another task.
  ///
  /// - Returns: whether the line belongs to the stack.
  mutating func resumeStack(_ line: ReportLine, _ draft: inout ReportDraft) -> Bool {
    guard state == .details, let access = interruption.access, line.indent == interruption.indent,
      isInsideStack(draft)
    else { return false }
    let last = draft.accesses.count - 1
    (draft.accesses[last].locks, draft.accesses[last].tellsLocks) = (access.locks, access.tellsLocks)
    interruption.details.pass(to: &draft)
    interruption.access = nil
    state = .stack
    return true
  }

  // MARK: Short bars

  /// Keeps a bar that is above the line that names the reporter, and shorter than the kernel's, until the next line tells
  /// whether it closes the report.
  ///
  /// - Returns: whether it has to.
  mutating func keepBar(_ bytes: Span<UInt8>, _ line: ReportLine, _ draft: ReportDraft) -> Bool {
    guard state == .stack || state == .details, line.text.count < Self.ownBar else { return false }
    interruption.bar.add(bytes, line.text, draft.depth)
    return true
  }

  /// Reads on below such a bar: it was the end, unless the report goes on in a line that no other can begin with.
  ///
  /// - Returns: nil for a line of the report, which is still to be read.
  mutating func readBelowBar(
    _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft
  ) -> Verdict? {
    switch KCSANLine.classify(bytes, line.text) {
    case .blank:
      framesAtBlank = draft.stacks.lastFrameCount
      return .blank
    case .frame:
      guard state == .stack, line.indent == interruption.indent, isInsideStack(draft) else { return .ended }
    case .access(let access):
      guard access.isWhole, !access.isUnknownOrigin, !isUnknownOrigin, draft.accesses.count == 1,
        let address = draft.accesses[0].address, address == access.address
      else { return .ended }
    case .valueChange, .reporter: break
    default: return .ended
    }
    draft.progress.hasClosingBar = false
    interruption.bar.pass(to: &draft)
    return nil
  }
}
