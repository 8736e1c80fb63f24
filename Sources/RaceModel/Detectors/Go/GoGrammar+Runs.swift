/// The lines that are most of a log: functions and their places, read as fast as can be.
extension GoGrammar {
  /// A run of lines.
  private struct Run {
    var passed: LineRun
    /// The stack that begins with the run and was not read before.
    var stack: StackRun?
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
    _ bytes: Span<UInt8>, _ passed: inout LineRun, _ draft: inout ReportDraft, _ naming: inout Naming
  ) {
    let (start, end) = (passed.end, passed.limit)
    var run = Run(passed: passed, lastLine: draft.place.lastLine)
    if state == .stack, foreign.run == 0, draft.stacks.awaitFirstFrame {
      if !hasBarePlaces, let known = draft.addKnownStack(bytes, in: passed.rest, &naming) {
        hasFunctions = true
        if indent < 0 { indent = Self.indent(bytes, start..<end) }
        run.passed.pass(known, &draft)
        run.lastLine = draft.place.lastLine
      } else {
        run.stack = StackRun(at: passed)
      }
    }
    run.wantsFrame = draft.wantsFrame
    while run.passed.end < end, state == .stack || state == .frame, foreign.run == 0,
      let lineEnd = bytes.first(0x0A, in: run.passed.end..<end)
    {
      let line = ReportLine(bytes, run.passed.end..<lineEnd, number: run.passed.number)
      // Blanks beyond ASCII, and `&nbsp;`, are taken out elsewhere.
      if let first = line.text.first, bytes[first] >= 0x80 || bytes[first] == UInt8(ascii: "&") { break }
      if line.text.isEmpty {
        // Blank lines count for the report only when something of it follows.
        keepStack(bytes, &run, &draft, &naming)
      } else {
        guard readHalf(bytes, line, &run, &draft, &naming) else { break }
        run.passed.taken = lineEnd + 1
        run.lastLine = line.number
      }
      run.passed.end = lineEnd + 1
      run.passed.lines += 1
    }
    keepStack(bytes, &run, &draft, &naming)
    draft.stacks.count(run.counted)
    draft.place.lastLine = run.lastLine
    passed = run.passed
  }

  /// Reads the function or the place of a frame; false when the line is neither.
  private mutating func readHalf(
    _ bytes: Span<UInt8>, _ line: ReportLine, _ run: inout Run, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) -> Bool {
    if state == .stack {
      guard let name = GoLine.functionName(bytes, line.text) else { return false }
      let isFirst = !hasFunctions
      hold(name, bytes, line, wantsFrame: run.wantsFrame, &draft)
      if isFirst { run.wantsFrame = draft.wantsFrame }
      return true
    }
    // Without its offset the place may go on in the next line.
    guard let place = GoPlace.parse(bytes, line.text), place.offset != nil,
      place.file.lowerBound == line.text.lowerBound
    else { return false }
    run.stack?.addFrame(at: run.passed)
    if run.wantsFrame {
      add(place, of: bytes, &draft, &naming)
      run.wantsFrame = draft.wantsFrame
    } else {
      run.counted += 1
      draft.progress.isProven = true
      state = .stack
    }
    return true
  }

  /// Keeps a first stack whose last line was just read, to know it when it comes again.
  private func keepStack(
    _ bytes: Span<UInt8>, _ run: inout Run, _ draft: inout ReportDraft, _ naming: inout Naming
  ) {
    guard let stack = run.stack, state == .stack, run.passed.taken == run.passed.end else { return }
    draft.stacks.count(run.counted)
    run.counted = 0
    stack.keep(bytes, to: run.passed, lastMayChange: false, draft, &naming)
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
    guard state == .frame, let place = GoPlace.parse(bytes, line.text) else { return false }
    if place.file.lowerBound > line.text.lowerBound {
      draft.addNote(bytes, line.text.lowerBound..<place.file.lowerBound)
    }
    add(place, of: bytes, &draft, &naming)
    return true
  }
}
