/// A line saying that lines were left out: `...`, `[snip]`, `// ...`, `(16 lines omitted)`, `+ 12 more`, `8<---`.
enum GoElision {
  /// Starts of comments, and opening brackets.
  private static let openings: ASCIISet = "[(<{/#- "
  /// What is around words.
  private static let around: ASCIISet = "[](){}<>/#*-=~_+ "
  private static let scissors: ASCIISet = "-=_<>8% "
  private static let dots: [StaticString] = ["...", "…"]
  private static let signs: [StaticString] = ["⋮", "⋯", "✂"]
  /// Words that say it by themselves.
  private static let sure: [StaticString] = ["snip", "snipped", "etc."]
  /// Words that a program may print, too.
  private static let marked: [StaticString] = [
    "cut", "cut here", "truncated", "omitted", "elided", "skipped", "stripped", "left out", "lines omitted",
    "frames omitted", "more frames", "more",
  ]
  /// Words that follow a number of lines.
  private static let counted: [StaticString] = [
    "more", "other", "lines", "line", "frames", "frame", "omitted", "elided", "skipped", "truncated",
    "hidden",
  ]
  private static let longest = 60

  /// Whether a line, trimmed, is one.
  static func isIn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var start = line.lowerBound
    while start < line.upperBound, openings.contains(bytes[start]) { start += 1 }
    if dots.contains(where: { bytes.has($0, at: start, end: line.upperBound) }) { return true }
    guard line.count <= longest else { return false }
    if signs.contains(where: { bytes.has($0, at: start, end: line.upperBound) }) { return true }
    if line.allSatisfy({ scissors.contains(bytes[$0]) }) {
      return bytes.first("8<", in: line) != nil || bytes.first(">8", in: line) != nil
    }
    let words = inner(bytes, line)
    let isMarked = words.lowerBound > line.lowerBound && words.upperBound < line.upperBound
    return isOne(of: sure, bytes, words) || (isMarked && isOne(of: marked, bytes, words))
      || isCount(bytes, words, isMarked: words.lowerBound > line.lowerBound)
  }

  /// Whether a line is the third in a row with only a dot.
  static func isThirdDot(_ bytes: Span<UInt8>, _ line: Range<Int>, _ above: inout GoLinesAbove, foreign: Int)
    -> Bool
  {
    let isDot = line.count == 1 && bytes[line.lowerBound] == UInt8(ascii: ".")
    above.dots = isDot ? min(above.dots, foreign) + 1 : 0
    return above.dots == 3
  }

  /// The text without what is around it.
  private static func inner(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int> {
    var (start, end) = (line.lowerBound, line.upperBound)
    while start < end, around.contains(bytes[start]) { start += 1 }
    while end > start, around.contains(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// Whether a text is a number and what it counts; without marks around it, that must be frames.
  private static func isCount(_ bytes: Span<UInt8>, _ text: Range<Int>, isMarked: Bool) -> Bool {
    guard let (_, end) = bytes.decimal(at: text.lowerBound, end: text.upperBound), end < text.upperBound,
      bytes[end] == 0x20
    else { return false }
    var rest = bytes.trimmed(end..<text.upperBound)
    var isOfFrames = false
    while !rest.isEmpty {
      let word = rest.lowerBound..<bytes.wordEnd(in: rest)
      guard isOne(of: counted, bytes, word) else { return false }
      if bytes.has("frame", at: word.lowerBound, end: word.upperBound) { isOfFrames = true }
      rest = bytes.trimmed(word.upperBound..<rest.upperBound)
    }
    return isMarked || isOfFrames
  }

  /// Whether a text is one of some words, in small letters or capitals.
  private static func isOne(of words: [StaticString], _ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    words.contains { word in
      word.utf8CodeUnitCount == text.count
        && text.allSatisfy { bytes[$0] | 0x20 == word.utf8Start[$0 - text.lowerBound] }
    }
  }
}
