/// Reading many lines at once: most of a log are frames that an index only has to count, or that were read before.
extension ValgrindGrammar {
  mutating func readBatch(
    _ bytes: Span<UInt8>, _ batch: inout LineBatch, draft: inout ReportDraft, naming: inout Naming
  ) {
    guard elided.isEmpty else { return }
    let end = batch.limit
    var stack: StackCapture?
    hasBegun = true
    while batch.end < end {
      guard let lineEnd = bytes.first(0x0A, in: batch.end..<end),
        let text = textStart(bytes, batch.end..<lineEnd)
      else { break }
      let isFrame = Self.isFrame(bytes, text..<lineEnd)
      let isLater = body.isWaiting || !draft.stacks.awaitFirstFrame
      if isFrame, isLater, Self.beginsStack(bytes, text..<lineEnd) { break }
      if let begun = stack, !isFrame {
        body.kept = begun.keep(bytes, to: batch, lastMayChange: true, draft, &naming)
        stack = nil
      } else if stack == nil, isFrame, awaitsFirstFrame(draft) {
        let start = batch.end
        if let known = draft.addKnownStack(
          bytes, in: batch.rest, &naming, isEnd: { endsStack(bytes, at: start + $0, to: end) })
        {
          batch.pass(known, &draft)
          continue
        }
        stack = StackCapture(at: batch)
      }
      // Most frames of an index only have to be counted.
      if isFrame, canCount(draft), Self.mayEnd(bytes, text..<lineEnd) {
        let before = batch.lines
        passFrames(bytes, &batch, &draft)
        stack?.add(frames: batch.lines - before)
        continue
      }
      let words = bytes.trimmed(text..<lineEnd)
      if mayGoOn(bytes, words) || Self.mayEndLiteral(bytes, words) { break }
      stack?.addFrame(at: batch)
      let verdict = readBatchLine(
        bytes, ReportLine(bytes, text..<lineEnd, number: batch.number), &draft, &naming)
      guard verdict == .taken || verdict == .blank else { break }
      batch.end = lineEnd + 1
      if verdict == .taken {
        batch.taken = batch.end
        draft.extent.lastLine = batch.number
      }
      batch.lines += 1
    }
    if let stack {
      body.kept = stack.keep(bytes, to: batch, lastMayChange: true, draft, &naming)
    }
  }

  /// Reads one line of a batch.
  private mutating func readBatchLine(
    _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft, _ naming: inout Naming
  ) -> Verdict {
    if line.range.isEmpty || (line.range.count == 1 && bytes[line.range.lowerBound] <= 0x20) {
      isAfterBlank = true
      return .blank
    }
    let (wasAfterBlank, warned) = (isAfterBlank, warnings.count)
    let verdict = read(bytes, line, draft: &draft, naming: &naming)
    // A line that is not taken may be another report's: it is read once more, with all that may wrap it.
    if verdict != .taken, verdict != .blank {
      isAfterBlank = wasAfterBlank
      if warnings.count > warned { warnings.takeBack() }
    }
    return verdict
  }

  /// Whether no frame can belong to the stack that ended before `start`: the next line that is not blank is a
  /// message, or there is none.
  private func endsStack(_ bytes: Span<UInt8>, at start: Int, to end: Int) -> Bool {
    var line = start
    while line < end, let lineEnd = bytes.first(0x0A, in: line..<end) {
      guard let text = textStart(bytes, line..<lineEnd) else { return false }
      let words = bytes.trimmed(text..<lineEnd)
      guard words.isEmpty else { return !ValgrindFrame.begins(bytes, words) }
      line = lineEnd + 1
    }
    return line == end
  }

  /// Whether the next frame is the first of a stack.
  private func awaitsFirstFrame(_ draft: ReportDraft) -> Bool {
    state == .report && body.isAtStackStart && !isAfterBlank && draft.stacks.awaitFirstFrame
  }

  /// Whether the frames that follow only have to be counted.
  private func canCount(_ draft: ReportDraft) -> Bool {
    state == .report && body.isInStack && !isAfterBlank && draft.progress.isProven
      && draft.stacks.section != .none
      && !draft.wantsFrame
  }

  /// Where a line's text begins behind the prefix; nil when it has another prefix, or none.
  @inline(__always)
  private func textStart(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard !prefix.isEmpty else { return line.lowerBound }
    return bytes.has(prefix, at: line.lowerBound, end: line.upperBound) ? line.lowerBound + prefix.count : nil
  }

  /// Whether the line is a frame as Valgrind prints it: three blanks, `at` or `by`, the address, a colon.
  @inline(__always)
  private static func isFrame(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard line.count > 12, bytes[line.lowerBound] == 0x20, bytes[line.lowerBound + 2] == 0x20,
      ValgrindFrame.begins(bytes, line.lowerBound + 3..<line.upperBound)
    else { return false }
    var index = line.lowerBound + 8
    while index < line.upperBound, hexDigit(bytes[index]) != nil { index += 1 }
    return index + 2 < line.upperBound && bytes[index] == UInt8(ascii: ":") && bytes[index + 1] == 0x20
  }

  /// Whether a frame may end as the line does: with its place, or `???`.
  @inline(__always)
  private static func mayEnd(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var last = line.upperBound - 1
    while last > line.lowerBound, bytes[last] <= 0x20 { last -= 1 }
    return bytes[last] == UInt8(ascii: ")") || bytes[last] == UInt8(ascii: "?")
  }

  /// Whether a line ends as a literal of a program does that a report was copied into.
  private static func mayEndLiteral(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let last = line.last else { return false }
    return bytes[last] == UInt8(ascii: "`") || bytes[last] == UInt8(ascii: ",")
      || bytes[last] == UInt8(ascii: ";")
  }

  /// Whether such a frame is the first one of a stack.
  @inline(__always)
  private static func beginsStack(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    ValgrindFrame.beginsStack(bytes, line.lowerBound + 3..<line.upperBound)
  }

  /// Counts the frames from the batch's end on.
  private func passFrames(_ bytes: Span<UInt8>, _ batch: inout LineBatch, _ draft: inout ReportDraft) {
    let (before, end) = (batch.lines, batch.limit)
    while let lineEnd = bytes.first(0x0A, in: batch.end..<end),
      let text = textStart(bytes, batch.end..<lineEnd),
      Self.isFrame(bytes, text..<lineEnd), Self.mayEnd(bytes, text..<lineEnd),
      batch.lines == before || !Self.beginsStack(bytes, text..<lineEnd)
    {
      batch.end = lineEnd + 1
      batch.lines += 1
    }
    guard batch.lines > before else { return }
    batch.taken = batch.end
    draft.extent.lastLine = batch.number - 1
    draft.stacks.count(batch.lines - before)
  }
}
