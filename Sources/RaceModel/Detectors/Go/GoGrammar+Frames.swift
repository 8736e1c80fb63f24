/// Functions and their places.
extension GoGrammar {
  /// Reads `FUNC()` in a stack. After a foreign line it counts only once its place follows.
  mutating func readFunction(
    _ name: Range<Int>, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) -> Verdict {
    guard mayHoldFunction(line, draft) else { return .foreign }
    if keepRest(bytes, line, draft) { return .foreign }
    // Its beginning is on another line, or lost.
    if bytes.closesUnopenedBracket(name) {
      dropFrame(&draft, &naming)
      return .foreign
    }
    guard foreign.count == 0 else {
      keep(name, bytes, line)
      let isRest = lacksBeginning(name, bytes, line)
      above.candidate?.isInFirstColumn = line.indent == 0
      above.candidate?.lacksBeginning = isRest
      return .foreign
    }
    dropFrame(&draft, &naming)
    hold(name, bytes, line, wantsFrame: draft.wantsFrame, &draft)
    return .taken
  }

  /// A function and its place on one line.
  mutating func readWhole(
    _ name: Range<Int>, _ place: GoPlace, _ bytes: Span<UInt8>, _ line: ReportLine,
    _ draft: inout ReportDraft, _ naming: inout Naming
  ) -> Verdict {
    // Sentences name functions and places, too: without an offset it is the blanks before it that tell.
    let isCalled = bytes.has("()", at: name.upperBound, end: line.text.upperBound)
    let isAsOthers = indent < 0 ? line.indent > 0 : line.indent == indent
    let isFrame = foreign.count == 0 ? isCalled || isAsOthers : indent > 0 && isAsOthers && !above.isFence
    guard place.hasOffset || isFrame, mayHoldFunction(line, draft) else { return .foreign }
    dropFrame(&draft, &naming)
    state = .stack
    above.isFence = false
    hold(name, bytes, line, wantsFrame: draft.wantsFrame, &draft)
    add(place, of: bytes, &draft, &naming)
    return .taken
  }

  /// `/FILE:LINE +0xHEX`, the place of the function above it.
  mutating func readPlace(
    _ place: GoPlace, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) -> Verdict {
    if above.candidate != nil {
      // The candidate was no function, so this place does not belong to the function above it either.
      guard place.hasOffset ? !isPlaceOfPrinted(bytes, line) : isPlaceOfCall(line) else { return .foreign }
      addCandidate(place.withoutMark(bytes), bytes, line, &draft, &naming)
      return .taken
    }
    if !place.hasOffset, above.isFence || isPlaceOfError { return .foreign }
    if isHalfPlace(place, bytes, line) {
      dropFrame(&draft, &naming)
      return .foreign
    }
    if isPlaceOfLost(place, bytes, line, draft) {
      holdLost(line, &draft)
    } else if state == .stack, !hasFunctions, place.hasOffset, draft.stacks.section != .none {
      // Whoever copied the report left the functions out. Where it has any, the place is another process's.
      holdLost(line, &draft)
      if barePlaces.count == 0 { areBarePlacesBelowLines = true }
      if foreign.count != 1 { areBarePlacesBelowLines = false }
      barePlaces.add(bytes, line.text, draft.depth)
    } else if isPlaceBelowOutput(place, bytes, line) {
      state = .frame
    } else if state != .frame {
      noteLost(place, bytes, line, draft)
      return .foreign
    }
    addOwn(place, bytes, line, &draft, &naming)
    return .taken
  }

  mutating func readNotRestored(_ draft: inout ReportDraft) -> Verdict {
    guard state == .stack else { return .foreign }
    draft.markNotRestored()
    draft.progress.isProven = true
    return .taken
  }

  /// Whether a place is that of the function above a result, or above other output of some lines: indented by blanks, and
  /// by more of them.
  private func isPlaceBelowOutput(_ place: GoPlace, _ bytes: Span<UInt8>, _ line: ReportLine) -> Bool {
    guard state == .doubtful, interrupted == .frame, above.isResult || !above.mayBeTangled, place.hasOffset,
      indent > 0
    else { return false }
    return line.indent > indent && line.isBehindBlanks(bytes)
  }

  /// Takes back the frames without functions: the report has functions, so that the places are another process's, or of
  /// frames that are lost. Where nothing is indented, and a line that could not be read is above each of them, they are
  /// the report's own.
  mutating func dropBarePlaces(_ draft: inout ReportDraft) {
    guard hasBarePlaces else { return }
    if indent == 0, areBarePlacesBelowLines {
      barePlaces = ForeignLines()
      return
    }
    draft.stacks.dropFrames()
    barePlaces.pass(to: &draft)
  }

  /// Keeps the name of a frame whose place comes next.
  mutating func hold(
    _ name: Range<Int>, _ bytes: Span<UInt8>, _ line: ReportLine, wantsFrame: Bool,
    _ draft: inout ReportDraft
  ) {
    if indent < 0 { indent = line.indent }
    // A name holds a dot; program output that ends in `()` is rarely one word with a dot. Below a fence it is code
    // that somebody quotes.
    isFunctionBelievable =
      line.indent == indent && !above.isFence && bytes.first(UInt8(ascii: "."), in: name) != nil
    if !hasFunctions { dropBarePlaces(&draft) }
    if wantsFrame || (!hasFunctions && draft.wantsFrame) { draft.holdFunction(bytes, name) }
    hasFunctions = true
    state = .frame
    functionLine = line.number
  }

  mutating func add(
    _ place: GoPlace, of bytes: Span<UInt8>, _ draft: inout ReportDraft, _ naming: inout Naming
  ) {
    let frame = FramePlace(file: place.file, line: place.line, offset: place.offset)
    draft.addFrame(frame, of: bytes, isPlumbing: GoPlumbing.contains, naming: &naming)
    draft.progress.isProven = true
    state = .stack
  }

  /// Gives up waiting for the place of a function.
  mutating func dropFrame(_ draft: inout ReportDraft, _ naming: inout Naming) {
    guard state == .frame || (state == .doubtful && interrupted == .frame) else { return }
    above.hasLostPlace = true
    if isFunctionBelievable {
      let nothing: [UInt8] = []
      draft.addFrame(FramePlace(), of: nothing.span, isPlumbing: GoPlumbing.contains, naming: &naming)
      draft.damage.append(.frame(line: functionLine))
      above.mayBeTangled = true
    }
    state = .stack
  }
}
