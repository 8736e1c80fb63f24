/// Fences of Markdown: around a quoted log, or printed by another program in the middle of a stack.
extension GoGrammar {
  /// Whether a line right below a fence is indented as the functions above it: what has put the fence there did not end
  /// the stack.
  func isRightBelowFence(_ line: ReportLine) -> Bool {
    above.isFence && foreign.count == 1 && indent > 0 && line.indent == indent
  }

  /// Whether a place somewhere below a fence may be of the stack above it, so that a frame is missing if the report goes
  /// on.
  func mayBeBelowFence(
    _ place: GoPlace, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: ReportDraft
  ) -> Bool {
    above.isFence && place.hasOffset && indent > 0 && line.indent > indent && line.isBehindBlanks(bytes)
      && draft.stacks.section != .none
  }
}

extension GoLine {
  /// Whether a line is a fence of Markdown: it has no more behind it than the name of a language. Buildkite heads a section
  /// of its logs with `~~~ Running tests`.
  static func isFence(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    if bytes.has("```", at: line.lowerBound, end: line.upperBound) { return true }
    guard bytes.has("~~~", at: line.lowerBound, end: line.upperBound) else { return false }
    let words = bytes.trimmed(line.lowerBound + 3..<line.upperBound)
    return bytes.wordEnd(in: words) == words.upperBound
  }
}
