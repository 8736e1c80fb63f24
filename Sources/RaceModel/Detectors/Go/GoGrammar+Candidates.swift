/// Functions recognized only by the place on the line below.
extension GoGrammar {
  /// How far the detector indents functions.
  static let functionIndent = 2
  /// The indent of the first function, if it is the detector's.
  var firstIndent: Int { headerIndent + Self.functionIndent }

  /// Whether a line may hold a function. Where the stack is in doubt, only one that is indented as the frames before.
  func mayHoldFunction(_ line: ReportLine, _ draft: ReportDraft) -> Bool {
    guard draft.stacks.section != .none else { return false }
    // Around a stack a fence begins it, or ends it.
    if above.isFence, !draft.stacks.awaitFirstFrame, !isRightBelowFence(line) { return false }
    switch state {
    case .between: return false
    case .stack, .frame: return true
    case .doubtful:
      // Of the first stack: as far behind its header as the detector indents.
      let isFirst =
        indent < 0 && interrupted == .stack && draft.stacks.awaitFirstFrame
        && line.indent == firstIndent
      return isFirst || (indent > 0 && line.indent == indent)
    }
  }

  /// Keeps the name of a function that is one only if its place is below it.
  mutating func keep(_ name: Range<Int>, _ bytes: Span<UInt8>, _ line: ReportLine) {
    above.candidate = GoCandidate(name: bytes.bytes(name), indent: line.indent, count: foreign.count + 1)
  }

  /// Does the same for a line that is just a name, possibly with arguments.
  mutating func keepBareFunction(_ bytes: Span<UInt8>, _ line: ReportLine, _ draft: ReportDraft) {
    // Below a function the place is that one's.
    guard state == .stack || (state == .doubtful && interrupted == .stack), mayHoldFunction(line, draft),
      isIndentedAsFunctions(line), let name = GoBareFunction.name(bytes, line.text)
    else { return }
    keep(name, bytes, line)
    above.candidate?.isCalled = bytes.ends("(...)", in: line.text)
  }

  /// Does the same for a function in a list: `- main.add()`. Advice looks the same.
  mutating func keepItem(_ bytes: Span<UInt8>, _ line: ReportLine, _ draft: ReportDraft) {
    // Below a function the place is that one's.
    guard state == .stack, mayHoldFunction(line, draft), let mark = ListMark.end(bytes, line.text),
      let name = GoLine.functionName(bytes, bytes.trimmed(mark..<line.text.upperBound)),
      GoBareFunction.isQualified(bytes, name)
    else { return }
    keep(name, bytes, line)
  }

  /// Whether a place without an offset is the candidate's: that is a call, right below the report's last line, and less
  /// indented.
  func isPlaceOfCall(_ line: ReportLine) -> Bool {
    guard let function = above.candidate, function.isCalled, function.count == 1, function.indent > 0 else {
      return false
    }
    return state == .stack && line.indent > function.indent
  }

  /// Whether a place is in a stack that a program has printed, as the candidate above it is: that is in the first column,
  /// where no function of the report is, and a tab is before the place.
  ///
  /// ```
  /// [Goroutine 7 in state chan receive, with main.f on top of the stack:
  /// main.f()
  /// <tab>/src/x.go:3 +0x1d
  /// ```
  func isPlaceOfPrinted(_ bytes: Span<UInt8>, _ line: ReportLine) -> Bool {
    above.candidate?.isInFirstColumn == true && indent != 0 && !line.isBehindBlanks(bytes)
  }

  /// Whether a place without an offset is that of the name right above it, as errors print them, and not that of the
  /// function further up.
  ///
  /// ```
  ///   main.run()
  /// the oven is cold
  /// main.bake
  /// <tab>/src/oven.go:3
  ///       /src/run.go:14 +0x8e
  /// ```
  var isPlaceOfError: Bool { state == .frame && foreign.count > 0 && above.nameCount == foreign.count }

  /// Whether a line is indented as functions are: stacks that programs print are indented in another way.
  private func isIndentedAsFunctions(_ line: ReportLine) -> Bool {
    if indent < 0 { return foreign.count == 0 }
    // A long line without an end was held, and has lost its blanks.
    return line.indent == indent || (line.indent == 0 && line.text.count >= Self.shortest)
  }

  /// Adds the frame of the candidate, which has its place: it was no foreign line.
  mutating func addCandidate(
    _ place: GoPlace, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) {
    guard let function = above.candidate else { return }
    dropFrame(&draft, &naming)
    if function.lacksBeginning {
      holdLost(line, &draft)
      return add(place, of: bytes, &draft, &naming)
    }
    foreign.takeBack()
    var (name, column) = (function.name, function.indent)
    if function.isRest, let beginning = above.beginning, line.indent > beginning.indent {
      foreign.takeBack()
      (name, column) = (beginning.name + name, beginning.indent)
    }
    if !function.output.isEmpty {
      foreign.pass(to: &draft)
      draft.addNote(function.output.span, 0..<function.output.count)
    }
    above.isFence = false
    if indent < 0, column > 0 { indent = column }
    if !hasFunctions { dropBarePlaces(&draft) }
    if draft.wantsFrame { draft.holdFunction(name.span, 0..<name.count) }
    hasFunctions = true
    add(place, of: bytes, &draft, &naming)
  }
}
