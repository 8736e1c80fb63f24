/// The lines that are most of a log: functions and their places, read as fast as can be.
extension GoGrammar {
  /// How far a run of lines was read.
  private struct Run {
    /// The offset of the next line.
    var position: Int
    /// Where the last line ends that belongs to the report.
    var taken: Int
    var lines = 0
    var lastLine: Int
    /// Frames that only have to be counted, as most have, and were not yet.
    var counted = 0
    var wantsFrame: Bool
  }

  mutating func readRun(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, number: Int, draft: inout ReportDraft,
    naming: inout Naming
  ) -> LineRun {
    var run = Run(position: start, taken: start, lastLine: draft.place.lastLine, wantsFrame: false)
    let isFirst = state == .stack && foreign.run == 0 && draft.stacks.awaitFirstFrame
    if isFirst, let known = draft.addKnownStack(bytes, from: start, to: end, naming) {
      if indent < 0 { indent = Self.indent(bytes, start..<end) }
      run.position += known.byteCount
      run.taken = run.position
      run.lines = known.lines
      run.lastLine = number + known.lines - 1
    }
    let isNew = isFirst && run.lines == 0
    run.wantsFrame = draft.wantsFrame
    while run.position < end, state == .stack || state == .frame, foreign.run == 0,
      let lineEnd = bytes.first(0x0A, in: run.position..<end)
    {
      let line = bytes.trimmed(run.position..<lineEnd)
      // Blanks beyond ASCII, and `&nbsp;`, are taken out elsewhere.
      if let first = line.first, bytes[first] >= 0x80 || bytes[first] == UInt8(ascii: "&") { break }
      if line.isEmpty {
        // Blank lines count for the report only when something of it follows.
        if isNew { keepStack(bytes, from: start, &run, &draft, &naming) }
      } else {
        guard readHalf(bytes, line, number + run.lines, &run, &draft, &naming) else { break }
        run.taken = lineEnd + 1
        run.lastLine = number + run.lines
      }
      run.position = lineEnd + 1
      run.lines += 1
    }
    if isNew { keepStack(bytes, from: start, &run, &draft, &naming) }
    draft.stacks.count(run.counted)
    draft.place.lastLine = run.lastLine
    return LineRun(end: run.position, lines: run.lines, taken: run.taken)
  }

  /// Reads the function or the place of a frame; false when the line is neither.
  private mutating func readHalf(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ number: Int, _ run: inout Run, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) -> Bool {
    if state == .stack {
      guard let name = GoLine.functionName(bytes, line) else { return false }
      let indent = line.lowerBound - run.position
      hold(bytes, name, indent: indent, number, wantsFrame: run.wantsFrame, &draft)
      return true
    }
    guard let place = GoPlace.parse(bytes, line) else { return false }
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
    _ bytes: Span<UInt8>, from start: Int, _ run: inout Run, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) {
    guard state == .stack, run.taken == run.position else { return }
    draft.stacks.count(run.counted)
    run.counted = 0
    draft.keepStack(
      bytes, start..<run.taken, resume: run.taken, lines: run.lines, of: run.lines / 2, &naming)
  }

  /// The name in a line that ends in `()`, as the lines of functions do.
  /// How far the first line that is not empty is indented.
  private static func indent(_ bytes: Span<UInt8>, _ lines: Range<Int>) -> Int {
    let text = bytes.trimmed(lines).lowerBound
    var start = text
    while start > lines.lowerBound, bytes[start - 1] != 0x0A { start -= 1 }
    return text - start
  }

  /// Reads a line that is half of a frame, as most lines are.
  mutating func readFrame(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ line: Range<Int>, _ number: Int,
    _ draft: inout ReportDraft, _ naming: inout Naming
  ) -> Bool {
    guard draft.stacks.section != .none else { return false }
    if state == .stack {
      guard let name = GoLine.functionName(bytes, line) else { return false }
      let indent = line.lowerBound - range.lowerBound
      hold(bytes, name, indent: indent, number, wantsFrame: draft.wantsFrame, &draft)
      return true
    }
    guard state == .frame, let place = GoPlace.parse(bytes, line) else { return false }
    add(place, of: bytes, &draft, &naming)
    return true
  }
}
