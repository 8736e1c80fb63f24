/// What opens a report, and where headers begin in lines that are none yet.
extension TSanGrammar {
  static func opening(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Opening? {
    if let at = TSanTitle.find(bytes, line) {
      // Behind a prefix the lines that follow must show that it is one.
      let isAlone = bytes.trimmed(line.lowerBound..<at).isEmpty
      let title = TSanTitle.parse(bytes, at..<line.upperBound)
      let isSure = isAlone && title.isWhole && TSanTitle.isIntact(bytes, at..<line.upperBound)
      return isSure ? .certain(at: at) : .title(at: at)
    }
    guard hasHeaderWord(bytes, line) else {
      return TSanTitle.findSummary(bytes, line).map { .summary(at: $0) }
    }
    if let at = header(bytes, line, words: tellingWords, where: { $0.isTellingHeader }) {
      return .section(at: at)
    }
    if let found = header(bytes, line) { return .header(at: found) }
    if let found = header(bytes, line, words: words, where: { $0.isCutAccess }) { return .header(at: found) }
    return TSanTitle.findSummary(bytes, line).map { .summary(at: $0) }
  }

  static let headerIndent = 2

  static func note(_ bytes: Span<UInt8>, _ line: Range<Int>) -> NoteOpening? {
    TSanNote.opening(bytes, line)
  }

  static func header(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    if let found = header(bytes, line, words: words, where: { $0.isWholeHeader }) { return found }
    // The stack right under a title.
    guard let found = bytes.first("#0 ", in: line), TSanTitle.find(bytes, line) == nil else { return nil }
    return found == line.lowerBound || bytes[found - 1] <= 0x20 ? found : nil
  }

  /// A header, or the frame with the next number.
  func startBehindOutput(_ bytes: Span<UInt8>, _ line: Range<Int>, _ draft: ReportDraft) -> Int? {
    if let header = Self.header(bytes, line, words: Self.words, where: { $0.isWholeHeader }) {
      return header > line.lowerBound ? header : nil
    }
    if let part = partBehindOutput(bytes, line, draft) { return part }
    guard state == .stack, current.format == .numbered || current.frameCount == 0 else { return nil }
    var from = line.lowerBound
    // The detector indents frames by four blanks.
    while let found = bytes.first("    #", in: from..<line.upperBound) {
      if TSanLine.frameNumber(bytes, at: found + 4, end: line.upperBound) == current.frameCount,
        TSanFrame.hasPlace(bytes, found + 6..<line.upperBound)
      {
        return found + 4
      }
      from = found + 1
    }
    return nil
  }

  /// The first frame below a title and a header on one line.
  func ownText(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    bytes.first("#0 ", in: line).flatMap { $0 == line.lowerBound || bytes[$0 - 1] <= 0x20 ? $0 : nil }
  }

  /// What headers begin with that a report without its title is told by; each holds an anchor.
  private static let tellingWords: [StaticString] = [
    "Previous ", "Atomic ", "Write of size ", "Read of size ", "Modifying access ", "Mutex M",
  ]

  private static let otherWords: [StaticString] = [
    "Mutating access ", "Read-only access ", "Cycle in lock order graph: ", "Thread T", "Signal ",
    // Where somebody left the size out.
    "Write at 0x", "Read at 0x",
  ]

  private static let words = tellingWords + otherWords
  private static let wordSearch = AnchorSearch(words)

  /// Whether anything is in a line that headers begin with, or the stack under a title: most lines that are looked at are other detectors' titles.
  private static func hasHeaderWord(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    wordSearch.first(in: bytes, line) != nil || bytes.first("#0 ", in: line) != nil
  }

  /// Where a header begins in a line. It ends with the line.
  private static func header(
    _ bytes: Span<UInt8>, _ line: Range<Int>, words: [StaticString], where test: (TSanLine) -> Bool
  ) -> Int? {
    let end = bytes.trimmed(line).upperBound
    for word in words {
      var from = max(line.lowerBound, end - SectionHeaders.longest)
      while let found = bytes.first(word, in: from..<line.upperBound) {
        if found < end, test(TSanLine.classify(bytes, found..<end)) { return found }
        from = found + 1
      }
    }
    return nil
  }
}
