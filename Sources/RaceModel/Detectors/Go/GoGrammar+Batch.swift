/// The lines that are most of a log: functions and their places, read as fast as can be.
extension GoGrammar {
  /// A batch of lines.
  private struct FrameBatch {
    var passed: LineBatch
    /// The stack that begins with the batch and was not read before.
    var stack: StackCapture?
    /// Frames that only have to be counted, as most have, and were not yet.
    var counted = 0
    var wantsFrame = false
    /// The last line of the report.
    var lastLine: Int
  }

  mutating func wholeHeader(_ bytes: Span<UInt8>, _ line: Range<Int>, isTitled: Bool) -> GoLine? {
    mayReadHeader ? GoLine.wholeHeader(bytes, line) : nil
  }

  mutating func readFrames(
    _ bytes: Span<UInt8>, _ passed: inout LineBatch, _ draft: inout ReportDraft, _ naming: inout Naming
  ) {
    guard elisions.isEmpty else { return }
    let (start, end) = (passed.end, passed.limit)
    var batch = FrameBatch(passed: passed, lastLine: draft.extent.lastLine)
    if state == .stack, foreign.count == 0, draft.stacks.awaitFirstFrame {
      if !hasBarePlaces, let known = draft.addKnownStack(bytes, in: passed.rest, &naming) {
        hasFunctions = true
        if indent < 0 { indent = Self.indent(bytes, start..<end) }
        batch.passed.pass(known, &draft)
        batch.lastLine = draft.extent.lastLine
      } else {
        batch.stack = StackCapture(at: passed)
      }
    }
    batch.wantsFrame = draft.wantsFrame
    while batch.passed.end < end, state == .stack || state == .frame, foreign.count == 0,
      let lineEnd = bytes.first(0x0A, in: batch.passed.end..<end)
    {
      let line = ReportLine(bytes, batch.passed.end..<lineEnd, number: batch.passed.number)
      if line.text.isEmpty {
        // Blank lines count for the report only when something of it follows.
        keepStack(bytes, &batch, &draft, &naming)
      } else {
        guard isBare(bytes, line), readHalf(bytes, line, &batch, &draft, &naming) else { break }
        batch.passed.taken = lineEnd + 1
        batch.lastLine = line.number
      }
      batch.passed.end = lineEnd + 1
      batch.passed.lines += 1
    }
    keepStack(bytes, &batch, &draft, &naming)
    draft.stacks.count(batch.counted)
    draft.extent.lastLine = batch.lastLine
    passed = batch.passed
  }

  /// Whether nothing that is taken out elsewhere can be before the function or the path of a line with text.
  @inline(__always)
  private func isBare(_ bytes: Span<UInt8>, _ line: ReportLine) -> Bool {
    let first = bytes[line.text.lowerBound]
    // Blanks beyond ASCII, and `&nbsp;`.
    if first >= 0x80 || first == UInt8(ascii: "&") { return false }
    if state == .stack { return true }
    // In the first column below an indented function, output may be before the path.
    return (line.indent > 0 || indent <= 0)
      && (first == UInt8(ascii: "/") || RunnerMark.end(bytes, line.text) == nil)
  }

  /// Reads the function or the place of a frame; false when the line is neither.
  private mutating func readHalf(
    _ bytes: Span<UInt8>, _ line: ReportLine, _ batch: inout FrameBatch, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) -> Bool {
    if state == .stack {
      guard let name = GoLine.functionName(bytes, line.text) else { return false }
      let isFirst = !hasFunctions
      hold(name, bytes, line, wantsFrame: batch.wantsFrame, &draft)
      if isFirst { batch.wantsFrame = draft.wantsFrame }
      return true
    }
    // Without its offset the place may go on in the next line, and a mark before it is no part of the path.
    guard let place = GoPlace.parse(bytes, line.text), place.offset != nil,
      case let start = place.file.lowerBound, start == line.text.lowerBound,
      bytes[start] == UInt8(ascii: "/") || !ListMark.mayBegin(bytes[start])
    else { return false }
    batch.stack?.addFrame(at: batch.passed)
    if batch.wantsFrame {
      add(place, of: bytes, &draft, &naming)
      batch.wantsFrame = draft.wantsFrame
    } else {
      batch.counted += 1
      draft.progress.isProven = true
      state = .stack
    }
    return true
  }

  /// Keeps a first stack whose last line was just read, to know it when it comes again.
  private func keepStack(
    _ bytes: Span<UInt8>, _ batch: inout FrameBatch, _ draft: inout ReportDraft, _ naming: inout Naming
  ) {
    guard let stack = batch.stack, state == .stack, batch.passed.taken == batch.passed.end else { return }
    draft.stacks.count(batch.counted)
    batch.counted = 0
    stack.keep(bytes, to: batch.passed, lastMayChange: false, draft, &naming)
  }

  /// How far the first line that is not empty is indented.
  private static func indent(_ bytes: Span<UInt8>, _ lines: Range<Int>) -> Int {
    let text = bytes.trimmed(lines).lowerBound
    var start = text
    while start > lines.lowerBound, bytes[start - 1] != 0x0A { start -= 1 }
    return text - start
  }

  /// Reads a line that is half of a frame, as most lines are.
  mutating func readFrame(
    _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft, _ naming: inout Naming
  ) -> Bool {
    guard draft.stacks.section != .none else { return false }
    if state == .stack {
      guard let name = GoLine.functionName(bytes, line.text) else { return false }
      hold(name, bytes, line, wantsFrame: draft.wantsFrame, &draft)
      return true
    }
    guard state == .frame, let place = GoPlace.parse(bytes, line.text),
      !GoPlace.holdsFrame(bytes, place.file)
    else { return false }
    addOwn(place, bytes, line, &draft, &naming)
    return true
  }
}
