/// Frames and messages that are not whole.
extension ValgrindGrammar {
  /// Adds a frame to the stack being read.
  mutating func add(
    _ frame: ValgrindFrame, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) -> Verdict {
    // Without Valgrind's prefix a program may have printed it.
    if frame.isBare, !body.isInStack, draft.header.pid == nil { return .foreign }
    let verdict = body.add(frame, of: bytes, draft: &draft, naming: &naming)
    guard verdict == .taken else { return verdict }
    if let words = frame.annotation { draft.addNote(bytes, words) }
    if frame.isCut {
      draft.damage.append(.frame(line: line.number))
    } else if frame.endsInFunction(bytes) {
      placeless.add(line: line.number)
    }
    return verdict
  }

  /// Marks the header of a race's second access as damaged if it lacks its end.
  func markCutAccess(_ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft) {
    guard let first = line.text.first, bytes[first] == UInt8(ascii: "T"),
      ValgrindAccess.parse(bytes, line.text)?.isCut == true
    else { return }
    draft.damage.append(.header(line: line.number))
  }

  /// Marks a line as damaged that is no more than the beginning of a message: the log was cut there. Without Valgrind's
  /// prefix, text of the program may look so.
  ///
  /// - Returns: whether it is.
  func isCutMessage(_ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft) -> Bool {
    guard draft.header.pid != nil, ValgrindMessages.isCut(bytes, line.text) else { return false }
    draft.damage.append(.header(line: line.number))
    return true
  }
}
