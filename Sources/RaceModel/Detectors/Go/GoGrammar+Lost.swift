/// Functions behind other text on their lines, and frames whose function was not recognised: its place shows that there
/// was one, and without it the caller would stand for the stack.
extension GoGrammar {
  /// Keeps the name of a function behind a mark or a program's output, as one that needs its place.
  mutating func keepMarked(_ bytes: Span<UInt8>, _ line: ReportLine, _ draft: ReportDraft) {
    // Below a function the place is that one's.
    guard state == .stack, above.candidate?.count != foreign.count + 1, mayHoldFunction(line, draft),
      let function = GoMarkedFunction(bytes, line.text)
    else { return }
    above.candidate = GoCandidate(
      name: bytes.bytes(function.name), indent: 0, count: foreign.count + 1,
      output: bytes.bytes(function.output))
  }

  /// Whether a place is that of a frame whose function is not known: it stands where the function's place would. Stacks that
  /// programs print have tabs before their places.
  func isPlaceOfLost(
    _ place: GoPlace, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: ReportDraft
  ) -> Bool {
    guard mayBeOfLost(place, bytes, line, draft) else { return false }
    return indent == 0 || line.indent > (indent < 0 ? Self.functionIndent : indent)
  }

  /// Takes a place for a frame without its function.
  mutating func holdLost(_ line: ReportLine, _ draft: inout ReportDraft) {
    let nothing: [UInt8] = []
    if draft.wantsFrame { draft.holdFunction(nothing.span, 0..<0) }
    draft.damage.append(.frame(line: line.number))
  }

  /// Remembers a place that is not read and may be the report's: if that goes on, a frame is missing.
  mutating func noteLost(_ place: GoPlace, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: ReportDraft) {
    guard hasFunctions, mayBeOfLost(place, bytes, line, draft) else { return }
    above.lostFrames.append(line.number)
  }

  /// The report went on: frames that could not be read were its own.
  mutating func passLostFrames(to draft: inout ReportDraft) {
    above.hasLostPlace = false
    guard !above.lostFrames.isEmpty else { return }
    draft.damage += above.lostFrames.map { .frame(line: $0) }
    above.lostFrames = []
  }

  /// Whether a place is in a stack of the report. Below more than one foreign line it may be in a stack that a program has
  /// printed, unless it is indented as the report's.
  private func mayBeOfLost(
    _ place: GoPlace, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: ReportDraft
  ) -> Bool {
    guard state == .stack, place.hasOffset, !above.hasLostPlace, !above.isFence,
      draft.stacks.section != .none, foreign.count < 2 || (indent > 0 && line.indent > indent)
    else { return false }
    return indent == 0
      || (line.range.lowerBound..<line.text.lowerBound).allSatisfy { bytes[$0] == 0x20 }
  }

  /// Adds the place of the function above it. What a program has printed before it is a note.
  mutating func addOwn(
    _ place: GoPlace, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) {
    // In the first column below functions that are indented, a path may be output, too.
    let own = indent > 0 && line.indent == 0 ? place.behindOutput(bytes) : place
    if own.file.lowerBound > line.text.lowerBound {
      foreign.pass(to: &draft)
      draft.addNote(bytes, line.text.lowerBound..<own.file.lowerBound)
    }
    add(own.withoutMark(bytes), of: bytes, &draft, &naming)
  }

  /// Whether a line holds only the end of a place: its beginning is on a line above, before what another writer has printed.
  func isHalfPlace(_ place: GoPlace, _ bytes: Span<UInt8>, _ line: ReportLine) -> Bool {
    state == .frame && foreign.count > 0 && indent > 0 && line.indent == 0
      && !GoPlace.isRooted(bytes, place.file)
  }
}

extension GoPlace {
  /// The place without a path that a program has printed before the detector's blanks.
  fileprivate func behindOutput(_ bytes: Span<UInt8>) -> GoPlace {
    guard let blanks = bytes.last("      /", in: file) else { return self }
    var place = self
    place.file = blanks + 6..<file.upperBound
    return place
  }

  /// The place without a mark that somebody has put before its path: `- /src/a.go`, `->/src/a.go`.
  func withoutMark(_ bytes: Span<UInt8>) -> GoPlace {
    guard !GoPlace.isRooted(bytes, file), case let mark = FrontMark.end(bytes, file),
      mark > file.lowerBound, mark - file.lowerBound <= 12,
      case let path = bytes.trimmed(mark..<file.upperBound), !path.isEmpty,
      // A relative path may begin with a sign.
      GoPlace.isRooted(bytes, path) || (path.lowerBound > mark && bytes.first(0x20, in: path) == nil)
    else { return self }
    var place = self
    place.file = path
    return place
  }
}
