/// Reading many lines at once: frames, and the headers between them.
extension TSanGrammar {
  mutating func wholeHeader(_ bytes: Span<UInt8>, _ line: Range<Int>, isTitled: Bool) -> TSanLine? {
    // Without a title much more depends on each of them.
    guard mayReadHeader || isBelowTitle, isTitled, let kind = TSanLine.wholeHeader(bytes, line),
      LiteralEnd.removed(from: bytes, line) == line,
      WrappedText.isWhole(bytes, line, ends: Self.wholeEnds) || !mayGoOn(bytes, line)
    else { return nil }
    // Some reports have their stack right below the title.
    if case .access = kind { return kind }
    return isBelowTitle ? nil : kind
  }

  /// Whether nothing was read but the title.
  private var isBelowTitle: Bool { state == .start && foreign.count == 0 && elided.isEmpty }

  mutating func readFrames(
    _ bytes: Span<UInt8>, _ batch: inout LineBatch, _ draft: inout ReportDraft, _ naming: inout Naming
  ) {
    guard state == .stack, foreign.count == 0, elided.isEmpty,
      current.format == .numbered
        || (current.format == .unknown && current.frameCount == 0 && draft.wantsFrame)
    else { return passBlank(bytes, &batch) }
    let stack = beginStack(bytes, &batch, &draft, &naming)
    var frames = FrameRun(stack: stack, wantsFrame: draft.wantsFrame)
    while batch.end < batch.limit, let lineEnd = bytes.first(0x0A, in: batch.end..<batch.limit) {
      var first = batch.end
      while first < lineEnd, bytes[first] <= 0x20, bytes[first] != 0x1B { first += 1 }
      if first < lineEnd {
        guard take(&frames, bytes, first..<lineEnd, &draft, &naming) else { break }
        frames.stack?.addFrame(at: batch)
        batch.taken = lineEnd + 1
        draft.extent.lastLine = batch.number
      } else {
        current.isBelowBlank = true
        if frames.stack != nil, batch.taken == batch.end { keep(&frames, bytes, batch, &draft, &naming) }
      }
      batch.end = lineEnd + 1
      batch.lines += 1
    }
    count(&frames, &draft)
    if batch.taken == batch.end { keep(&frames, bytes, batch, &draft, &naming) }
  }

  /// Frames of one stack, read one after the other.
  private struct FrameRun {
    /// The stack, to know it when it comes again; nil when the batch does not begin with its first frame.
    var stack: StackCapture?
    /// Whether the next frame is needed with its names.
    var wantsFrame: Bool
    /// The frames that only have to be counted and were not yet.
    var counted = 0
  }

  /// Takes a stack that was read before.
  ///
  /// - Returns: the stack to read, if it begins here and is not known.
  private mutating func beginStack(
    _ bytes: Span<UInt8>, _ batch: inout LineBatch, _ draft: inout ReportDraft, _ naming: inout Naming
  ) -> StackCapture? {
    guard current.frameCount == 0, draft.stacks.awaitFirstFrame else { return nil }
    let (start, end) = (batch.end, batch.limit)
    current.hasCounters = Self.hasCounter(bytes, batch.rest)
    guard
      let known = draft.addKnownStack(
        bytes, in: batch.rest, &naming, isEnd: { Self.endsStack(bytes, at: start + $0, to: end) })
    else { return StackCapture(at: batch) }
    (current.format, current.frameCount) = (.numbered, known.frames)
    batch.pass(known, &draft)
    return nil
  }

  /// Takes a line if it is the next frame, and nothing more may follow of it on the next line.
  private mutating func take(
    _ frames: inout FrameRun, _ bytes: Span<UInt8>, _ line: Range<Int>, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) -> Bool {
    let next = current.frameCount + frames.counted
    guard let number = TSanLine.frameNumber(bytes, at: line.lowerBound, end: line.upperBound),
      !current.isBelowBlank || next == 0 || !bytes.has("#0 ", at: line.lowerBound, end: line.upperBound),
      number == next
    else { return false }
    current.isBelowBlank = false
    guard frames.wantsFrame else {
      guard TSanLine.mayEndFrame(bytes, line) else { return false }
      frames.counted += 1
      return true
    }
    guard case .frame(_, let text) = TSanLine.classify(bytes, bytes.trimmed(line)) else { return false }
    // The next line may be the rest of it.
    let frame = TSanFrame.parse(bytes, text)
    guard frame.hasPlace(bytes, text), !frame.lacksModule(bytes, text) else { return false }
    current.format = .numbered
    add(frame, of: bytes, &draft, &naming)
    frames.wantsFrame = draft.wantsFrame
    return true
  }

  /// Keeps a stack that has ended, to know it when it comes again.
  private mutating func keep(
    _ frames: inout FrameRun, _ bytes: Span<UInt8>, _ batch: LineBatch, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) {
    guard let stack = frames.stack else { return }
    count(&frames, &draft)
    current.kept = stack.keep(bytes, to: batch, lastMayChange: true, draft, &naming)
  }

  /// Passes the blank lines behind a section without frames.
  private mutating func passBlank(_ bytes: Span<UInt8>, _ batch: inout LineBatch) {
    guard mayReadHeader else { return }
    while batch.end < batch.limit, let lineEnd = bytes.first(0x0A, in: batch.end..<batch.limit),
      bytes.trimmed(batch.end..<lineEnd).isEmpty
    {
      current.isBelowBlank = true
      batch.end = lineEnd + 1
      batch.lines += 1
    }
  }

  /// Takes over the frames of which nothing else is needed.
  private mutating func count(_ frames: inout FrameRun, _ draft: inout ReportDraft) {
    draft.stacks.count(frames.counted)
    current.frameCount += frames.counted
    frames.counted = 0
  }

  /// Whether an empty line stands at `start` and behind it what a section or the end of a report begins with.
  private static func endsStack(_ bytes: Span<UInt8>, at start: Int, to end: Int) -> Bool {
    guard start + 4 <= end, bytes[start] == 0x0A else { return false }
    if bytes.has("SUMMARY: ", at: start + 1, end: end) || bytes.has("=====", at: start + 1, end: end) {
      return true
    }
    return bytes[start + 1] == 0x20 && bytes[start + 2] == 0x20 && bytes[start + 3] &- UInt8(ascii: "A") < 26
  }
}
