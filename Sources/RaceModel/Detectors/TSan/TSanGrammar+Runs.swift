/// Reading many lines at once: frames, and the headers between them.
extension TSanGrammar {
  mutating func wholeHeader(_ bytes: Span<UInt8>, _ line: Range<Int>, isTitled: Bool) -> TSanLine? {
    // Without a title much more depends on each of them.
    guard mayReadHeader, isTitled, let kind = TSanLine.wholeHeader(bytes, line),
      LiteralEnd.removed(from: bytes, line) == line,
      WrappedText.isWhole(bytes, line, ends: Self.wholeEnds) || !mayGoOn(bytes, line)
    else { return nil }
    return kind
  }

  mutating func readFrames(
    _ bytes: Span<UInt8>, _ run: inout LineRun, _ draft: inout ReportDraft, _ naming: inout Naming
  ) {
    guard state == .stack, foreign.run == 0,
      format == .numbered || (format == .unknown && frameCount == 0 && draft.wantsFrame)
    else { return passBlank(bytes, &run) }
    let (start, end) = (run.end, run.limit)
    var stack: StackRun?
    if frameCount == 0, draft.stacks.awaitFirstFrame {
      if let known = draft.addKnownStack(
        bytes, in: run.rest, &naming, isEnd: { Self.endsStack(bytes, at: start + $0, to: end) })
      {
        (format, frameCount) = (.numbered, known.frames)
        run.pass(known, &draft)
      } else {
        stack = StackRun(at: run)
      }
    }
    var counted = 0
    var wantsFrame = draft.wantsFrame
    while run.end < end, let lineEnd = bytes.first(0x0A, in: run.end..<end) {
      var first = run.end
      while first < lineEnd, bytes[first] <= 0x20, bytes[first] != 0x1B { first += 1 }
      if first < lineEnd {
        guard let frame = TSanLine.frameNumber(bytes, at: first, end: lineEnd),
          !isBelowBlank || frameCount + counted == 0 || !bytes.has("#0 ", at: first, end: lineEnd),
          frame <= frameCount + counted
        else { break }
        isBelowBlank = false
        if !wantsFrame, !TSanLine.mayEndFrame(bytes, first..<lineEnd) { break }
        if wantsFrame {
          guard case .frame(_, let text) = TSanLine.classify(bytes, bytes.trimmed(first..<lineEnd)) else {
            break
          }
          // The next line may be the rest of it.
          let frame = TSanFrame.parse(bytes, text)
          guard frame.hasPlace(bytes, text), !frame.lacksModule else { break }
          format = .numbered
          add(frame, of: bytes, &draft, &naming)
          wantsFrame = draft.wantsFrame
        } else {
          counted += 1
        }
        stack?.addFrame(at: run)
        run.taken = lineEnd + 1
        draft.place.lastLine = run.number
      } else {
        isBelowBlank = true
        if let stack, run.taken == run.end {
          count(&counted, &draft)
          kept = stack.keep(bytes, to: run, lastMayChange: true, draft, &naming)
        }
      }
      run.end = lineEnd + 1
      run.lines += 1
    }
    count(&counted, &draft)
    if let stack, run.taken == run.end {
      kept = stack.keep(bytes, to: run, lastMayChange: true, draft, &naming)
    }
  }

  /// Passes the blank lines behind a section without frames.
  private mutating func passBlank(_ bytes: Span<UInt8>, _ run: inout LineRun) {
    guard mayReadHeader else { return }
    while run.end < run.limit, let lineEnd = bytes.first(0x0A, in: run.end..<run.limit),
      bytes.trimmed(run.end..<lineEnd).isEmpty
    {
      isBelowBlank = true
      run.end = lineEnd + 1
      run.lines += 1
    }
  }

  /// Takes over so many frames of which nothing else is needed.
  private mutating func count(_ frames: inout Int, _ draft: inout ReportDraft) {
    draft.stacks.count(frames)
    frameCount += frames
    frames = 0
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
