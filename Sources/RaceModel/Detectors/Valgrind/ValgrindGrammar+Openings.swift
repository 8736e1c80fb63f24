/// Where reports begin, and their headers, behind text that is not Valgrind's.
extension ValgrindGrammar {
  /// What the titles and the blocks begin with that are told without Valgrind's prefix.
  private static let titles: [StaticString] = [
    "Possible data race during ", "Thread #", "Conflicting load by ", "Conflicting store by ", "Lock at 0x",
    "Not a ",
    "Mutex ", "Acquired at: ",
  ]

  /// Where a title begins behind the prefix of other programs, or what is left there of Valgrind's own; nil when the
  /// line holds none.
  static func titleBehindText(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    for words in titles {
      guard let found = bytes.first(words, in: line), found > line.lowerBound, !isInWord(bytes, found) else {
        continue
      }
      let text = found..<line.upperBound
      if beginsBlock(bytes, text) {
        // Helgrind indents the one of a lock by a blank.
        let isIndented = found - 2 > line.lowerBound && bytes[found - 1] == 0x20 && bytes[found - 2] == 0x20
        return isIndented ? found - 1 : found
      }
      guard let title = ValgrindTitle.parse(bytes, text), title.detector != .helgrind || title.kind != .other,
        title.access == nil || ValgrindAccess.end(bytes, text) != nil
      else { continue }
      return damagedPrefix(bytes, before: found, in: line) ?? found
    }
    return nil
  }

  private static func isInWord(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    let before = bytes[index - 1]
    return before.isDigit || before.isLetter || before == UInt8(ascii: "_")
  }

  /// Where a prefix begins that has lost characters and ends before a title.
  private static func damagedPrefix(_ bytes: Span<UInt8>, before title: Int, in line: Range<Int>) -> Int? {
    var start = title
    while start > line.lowerBound, title - start < 16, isOfPrefix(bytes[start - 1]) { start -= 1 }
    while start < title, bytes[start] == 0x20 { start += 1 }
    if ValgrindPrefix.endsPlaceholder(bytes, line.lowerBound..<start) { return nil }
    return start < title && ValgrindPrefix.damagedEnd(bytes, start..<line.upperBound) == title ? start : nil
  }

  private static func isOfPrefix(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte == UInt8(ascii: "=") || byte == 0x20
  }

  private static let headers: [StaticString] = [
    "Locks held: ", "This conflicts with a previous ", "Observed (incorrect) order", "Address 0x",
  ]

  static func header(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    // Behind a title on the same line it is prose.
    guard bytes.first("Possible data race during ", in: line) == nil else { return nil }
    for words in headers {
      guard let found = bytes.first(words, in: line), found == line.lowerBound || !isInWord(bytes, found)
      else { continue }
      return withPrefix(bytes, found, in: line)
    }
    // The stack right below a title; without anything before it, it may be a program's.
    guard let frame = firstFrame(bytes, line), !bytes.trimmed(line.lowerBound..<frame).isEmpty else {
      return nil
    }
    return withPrefix(bytes, frame, in: line)
  }

  /// Where the first frame of a stack begins behind blanks.
  private static func firstFrame(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard let found = bytes.first(" at 0x", in: line),
      let frame = ValgrindFrame.parse(bytes, bytes.trimmed(found..<line.upperBound)),
      frame.hasPlace || bytes.equals("???", frame.function)
    else { return nil }
    return found + 1
  }

  /// Where the text begins with Valgrind's own prefix, which the report's first line may have lost.
  private static func withPrefix(_ bytes: Span<UInt8>, _ text: Int, in line: Range<Int>) -> Int {
    guard let end = ValgrindPrefix.end(bytes, line.lowerBound..<text),
      bytes.trimmed(end..<text).isEmpty,
      let start = bytes.last("==", in: line.lowerBound..<max(line.lowerBound, end - 3))
    else { return text }
    return start
  }

  /// Each line has Valgrind's prefix where a report has lost its line ends.
  static func seams(_ bytes: Span<UInt8>, _ line: Range<Int>) -> [Int] {
    var seams: [Int] = []
    var from = line.lowerBound
    while let found = bytes.first("==", in: from..<line.upperBound) {
      from = found + 2
      guard let number = bytes.decimal(at: from, end: line.upperBound),
        bytes.has("==", at: number.end, end: line.upperBound)
      else { continue }
      from = number.end + 2
      if found > line.lowerBound, bytes[found - 1] <= 0x20 { seams.append(found) }
    }
    return seams
  }

  /// Only Valgrind's prefix tells.
  func startBehindOutput(_ bytes: Span<UInt8>, _ line: Range<Int>, _ draft: ReportDraft) -> Int? {
    nil
  }

  func ownText(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard let own = ValgrindPrefix.pid(prefix.span, 0..<prefix.count) else {
      return Self.firstFrame(bytes, line)
    }
    guard let end = ValgrindPrefix.end(bytes, line), ValgrindPrefix.pid(bytes, line.lowerBound..<end) == own
    else { return nil }
    return end
  }
}
