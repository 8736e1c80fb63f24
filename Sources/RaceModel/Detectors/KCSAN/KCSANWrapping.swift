/// What tells that a line of KCSAN's other than a frame lacks its end.
enum KCSANWrapping {
  private static let reporter: StaticString = "Reported by Kernel Concurrency Sanitizer on:"
  /// Less of the words about the reporter may be somebody's.
  private static let shortestReporter = 11

  /// Whether a line is the beginning of an access, before its address, of the place where one was moved to, or of the
  /// words about the reporter.
  static func isCut(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let first = line.first else { return false }
    switch bytes[first] {
    case UInt8(ascii: "R"):
      return line.count >= shortestReporter && bytes.isBeginning(of: reporter, line)
    case UInt8(ascii: "+"):
      return bytes.has("+->", at: first, end: line.upperBound) && bytes.ends("reordered to:", in: line)
    case UInt8(ascii: "r"), UInt8(ascii: "w"), UInt8(ascii: "a"): return KCSANAccess.isCut(bytes, line)
    default: return false
    }
  }

  /// Where an access begins that is cut off by the end of a line; nil if there is none.
  static func cutAccess(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    let text = bytes.trimmed(line)
    for word: StaticString in [" read (", " write (", " read-write"] {
      if let found = bytes.first(word, in: text), KCSANAccess.isCut(bytes, found + 1..<text.upperBound) {
        return found + 1
      }
    }
    return nil
  }

  /// Whether two lines are such a beginning, or that of an access, that goes on in a third line.
  static func isCutInTwo(_ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int) -> Bool {
    let first = bytes.trimmed(line.lowerBound..<max(line.lowerBound, joint))
    guard isCut(bytes, first) else { return false }
    if isCut(bytes, line) { return true }
    guard let access = KCSANAccess.parse(bytes, line) else { return false }
    return !access.isWhole && KCSANAccess.mayBeCut(bytes, line)
  }
}

extension KCSANAccess {
  /// Whether a line ends behind the words of an access, or inside its flags, before the address.
  static func isCut(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let end = line.upperBound
    var index = line.lowerBound
    if bytes.pass("race at unknown origin,", at: &index, end: end) {
      if index == end || bytes.ends("origin, with", in: line) { return true }
      guard bytes.pass(" with ", at: &index, end: end) else { return false }
    }
    guard let verb = verbs.first(where: { bytes.has($0.text, at: index, end: end) }) else { return false }
    index += verb.text.utf8CodeUnitCount
    if bytes.has(" (", at: index, end: end) {
      guard let close = bytes.first(UInt8(ascii: ")"), in: index..<end) else {
        return isFlags(bytes, index + 2..<end)
      }
      index = close + 1
    }
    return index == end || (index + 3 == end && bytes.has(" to", at: index, end: end))
  }

  /// Whether a text is small letters, blanks and commas.
  private static func isFlags(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    text.allSatisfy { bytes[$0] &- 0x61 < 26 || bytes[$0] == 0x20 || bytes[$0] == UInt8(ascii: ",") }
  }

  /// Whether the line of an access that lacks its end ends where a mail program cuts: behind a number, or a word before
  /// one.
  static func mayBeCut(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let last = line.last else { return false }
    if hexDigit(bytes[last]) != nil { return true }
    return [" bytes", " by", " task", " on", " cpu"].contains { (word: StaticString) in
      bytes.ends(word, in: line)
    }
  }
}

extension KCSANFrame {
  /// Whether a line is a function alone, the place of which may be on the next line.
  static func isName(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let start = nameStart(bytes, line)
    guard start < line.upperBound, bytes[start].isLetter || bytes[start] == UInt8(ascii: "_") else {
      return false
    }
    return symbolEnd(bytes, at: start, end: line.upperBound) == line.upperBound
  }
}
