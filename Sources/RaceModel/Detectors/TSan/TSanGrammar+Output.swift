/// Parts of a report behind output of the program that are no headers of its own: they may open nothing.
extension TSanGrammar {
  /// A location, or the summary, right behind output.
  func partBehindOutput(_ bytes: Span<UInt8>, _ line: Range<Int>, _ draft: ReportDraft) -> Int? {
    guard !draft.accesses.isEmpty, state != .summed, state != .headed else { return nil }
    let text = bytes.trimmed(line)
    if let found = bytes.last("Location is ", in: text), found > text.lowerBound,
      TSanWrapping.isWholeLocation(bytes, found..<text.upperBound),
      TSanLocation.parse(bytes, found..<text.upperBound).kind != .other
    {
      return found
    }
    guard let found = TSanTitle.findSummary(bytes, text), found > text.lowerBound,
      // A blank or a sign may be the end of another writer's prefix.
      OutputEnd.isSure(bytes, text.lowerBound..<found)
    else { return nil }
    return found
  }
}
