/// Places that a pager or a terminal has cut at its right edge, before the number of the line.
///
/// ```
///   main.second()
///       /home/ann/src/app/libcontainer
///   main.first()
/// ```
extension GoGrammar {
  /// Reads a path without the number of a line, right below a function and further in: the frame has a function and no
  /// place. What was cut may be a part of the file's name.
  ///
  /// - Returns: whether the line is one.
  mutating func readCutPlace(
    _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft, _ naming: inout Naming
  ) -> Bool {
    // What a program prints below a function is not indented so.
    guard state == .frame, isFunctionBelievable, foreign.count == 0, indent > 0, line.indent > indent,
      line.isBehindBlanks(bytes), GoPlace.isRooted(bytes, line.text),
      bytes.first(0x20, or: 0x09, in: line.text) == nil
    else { return false }
    let nothing: [UInt8] = []
    draft.addFrame(FramePlace(), of: nothing.span, isPlumbing: GoPlumbing.contains, naming: &naming)
    draft.damage.append(.frame(line: line.number))
    draft.addNote(bytes, line.text)
    state = .stack
    return true
  }
}
