/// Lines that people have altered.
extension GoGrammar {
  /// Reads a line that fits the report only once it is altered: without what somebody put around it, or as the two lines
  /// that became one.
  mutating func readAltered(
    _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft, _ naming: inout Naming
  ) -> Verdict {
    var verdict = Verdict.foreign
    if case let cleaned = Self.withoutPipes(bytes, line.text), cleaned != line.text {
      let again = GoLine.classify(bytes, cleaned)
      if again != .other { verdict = read(again, bytes, line.part(cleaned), &draft, &naming) }
    }
    if verdict == .foreign { verdict = readSpaced(bytes, line, &draft, &naming) }
    if verdict == .foreign, let colon = GoLine.headerAndFrame(bytes, line.text) {
      let header = ReportLine(text: line.text.lowerBound..<colon + 1, number: line.number)
      verdict = read(GoLine.classify(bytes, header.text), bytes, header, &draft, &naming)
      if verdict == .taken {
        foreign.pass(to: &draft)
        let frame = ReportLine(
          text: bytes.trimmed(header.text.upperBound..<line.text.upperBound), number: line.number)
        _ = read(GoLine.classify(bytes, frame.text), bytes, frame, &draft, &naming)
      }
    }
    if verdict == .foreign, let frame = GoFrameLine.behindComment(bytes, line.text) {
      let own = line.part(frame)
      let isFirst = indent < 0
      verdict = read(GoLine.classify(bytes, own.text), bytes, own, &draft, &naming)
      if verdict == .taken {
        draft.addNote(bytes, line.text.lowerBound..<frame.lowerBound)
        if isFirst { indent = line.indent }
      }
    }
    if verdict == .foreign, let words = annotation(bytes, line) {
      let own = line.part(bytes.trimmed(line.range.lowerBound..<words.lowerBound))
      verdict = read(GoLine.classify(bytes, own.text), bytes, own, &draft, &naming)
      if verdict == .taken { draft.addNote(bytes, words) }
    }
    return verdict
  }

  /// What somebody wrote behind a half of a frame or a header.
  private func annotation(_ bytes: Span<UInt8>, _ line: ReportLine) -> Range<Int>? {
    Annotation.range(bytes, behind: line.text) { own in
      switch GoLine.classify(bytes, own) {
      case .function(let name): state != .doubtful && bytes.first(UInt8(ascii: "."), in: name) != nil
      case .place(let place):
        // In place of the offset they are below a function, or behind it on its line.
        place.hasOffset
          || (state == .frame
            && (line.indent > 0 || functionLine == line.number || GoPlace.isRooted(bytes, place.file)))
      case .access(let access): !access.isCut && access.junk == nil && bytes.ends(":", in: own)
      case .creation: bytes.ends(":", in: own)
      default: false
      }
    }
  }
}
