/// Lines that somebody has left out.
extension TSanGrammar {
  /// Takes note of frames that somebody left out in the middle of a stack, the number of the first one before the mark:
  /// `#2 ...`
  mutating func readElidedFrames(
    _ number: Int, _ draft: inout ReportDraft, _ naming: inout Naming
  ) -> Verdict {
    // The next frame is not the caller of the last one.
    endStack(&draft, &naming)
    elidedLine = number
    draft.addElision(line: number)
    return .taken
  }

  /// Reads a mark without a number: `[snip]`. What stands behind it need not belong to the stack above it.
  mutating func readElision(
    _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft, _ naming: inout Naming
  ) -> Verdict {
    guard draft.progress.isProven else { return .foreign }
    endStack(&draft, &naming)
    return takeElision(bytes, line, isNext: true, &draft) ? .taken : .foreign
  }

  mutating func overhear(
    _ bytes: Span<UInt8>, _ line: ReportLine, isNext: Bool, draft: inout ReportDraft
  ) -> Bool {
    guard draft.progress.isProven, state != .summed, state != .headed, TSanElision.isIn(bytes, line.text)
    else { return false }
    return takeElision(bytes, line, isNext: isNext, &draft)
  }

  /// Takes note of a mark.
  ///
  /// - Returns: whether it is part of the report.
  private mutating func takeElision(
    _ bytes: Span<UInt8>, _ line: ReportLine, isNext: Bool, _ draft: inout ReportDraft
  ) -> Bool {
    let isInStack = state == .stack && foreign.count == 0 && !current.isBelowBlank
    elidedLine = line.number
    // A stack that begins anew has lost its header.
    current.isBelowBlank = true
    let isBelowFrame = isNext && isInStack && current.frameCount > 0
    guard elided.take(line: line.number, isBelowFrame: isBelowFrame, &draft) else { return false }
    draft.addNote(bytes, line.text)
    return true
  }
}
