/// Numbered frames whose lines are not as the detector prints them.
extension TSanGrammar {
  /// Reads what stands behind a frame's number: the frame, words that somebody wrote behind it, or what a cut has left.
  mutating func numberedFrame(
    _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft
  ) -> TSanFrame {
    let frame = TSanFrame.parseRetold(bytes, line.text)
    guard !frame.hasPlace(bytes, line.text) else { return frame }
    if frame.isElided {
      draft.damage.append(.frame(line: line.number))
      return frame
    }
    let words = Annotation.range(bytes, behind: line.text, where: { TSanFrame.hasAnyPlace(bytes, $0) })
    if let words, !Self.isCutModule(bytes, words) {
      draft.addNote(bytes, words)
      return TSanFrame.parseRetold(bytes, line.text.lowerBound..<words.lowerBound)
    }
    // Of a line that ends so the index may only have counted the frame.
    guard !line.text.isEmpty, !TSanLine.mayEndFrame(bytes, line.text) else { return frame }
    guard let open = BracketedName.openPlace(bytes, line.text) else {
      placeless.add(line: line.number)
      return frame
    }
    draft.damage.append(.frame(line: line.number))
    return TSanFrame.parseRetold(bytes, line.text.lowerBound..<open)
  }

  func isNextFrame(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    state == .stack && current.format != .free
      && TSanLine.frameNumber(bytes, at: line.lowerBound, end: line.upperBound) == current.frameCount
  }

  /// Whether words are a module that was cut, and not somebody's remark in parentheses.
  private static func isCutModule(_ bytes: Span<UInt8>, _ words: Range<Int>) -> Bool {
    bytes.has("(", at: words.lowerBound, end: words.upperBound) && TSanFrame.hasOpenBracket(bytes, words)
  }
}
