/// A line saying that somebody left lines out.
///
/// ```
/// ...   …   [...]   <snip>   -- snip --   // ...   8<---   [redacted]
/// (16 lines omitted)   ... 12 more frames ...   + 12 more
/// ```
enum Elision {
  /// What such a line may begin with: most lines begin with another byte.
  private static let beginnings: ASCIISet = "[({</#*-=_+~.%>0123456789sSeE"
  /// What is around words and dots.
  private static let around: ASCIISet = "[](){}<>/#*-=~_+% "
  private static let scissors: ASCIISet = "-=_<>8% "
  /// Characters that stand for lines.
  private static let signs: [StaticString] = ["⋮", "⋯", "✂"]
  /// What a comment or a bracket begins with.
  private static let openings: ASCIISet = "[(<{/#- "
  private static let dots: [StaticString] = ["...", "…"]
  private static let longest = 60

  /// Whether a line, trimmed, is one and nothing else.
  static func isIn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard mayBe(bytes, line) else { return false }
    let parts = Parts(bytes, line)
    return isSign(bytes, line, parts) || ElisionWords.isSnipped(bytes, parts.words)
      || isSaid(bytes, line, parts)
  }

  /// Whether a text, trimmed, is no more than dots or scissors, or the word for them. It does not stand for a name that
  /// somebody hides, as `[redacted]` may.
  static func isSign(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    mayBe(bytes, text) && isSign(bytes, text, Parts(bytes, text))
  }

  /// Whether a line, trimmed, may be one, output of a program, or a sentence: it begins with dots.
  static func mayBegin(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var start = line.lowerBound
    while start < line.upperBound, openings.contains(bytes[start]) { start += 1 }
    return dots.contains { bytes.has($0, at: start, end: line.upperBound) }
  }

  /// Whether the first byte and the length of a line are those of one.
  private static func mayBe(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let first = line.first, line.count <= longest else { return false }
    // All characters that stand for lines begin with that byte.
    return beginnings.contains(bytes[first]) || bytes[first] == 0xE2
  }

  private static func isSign(_ bytes: Span<UInt8>, _ line: Range<Int>, _ parts: Parts) -> Bool {
    guard parts.words.isEmpty else {
      let first = parts.words.lowerBound
      if signs.contains(where: { bytes.has($0, at: first, end: line.upperBound) }) { return true }
      return isScissors(bytes, line) || ElisionWords.isSnip(bytes, parts.words)
        || (parts.dotsBehind > 0 && ElisionWords.isEtc(bytes, parts.words))
    }
    // Runners print a dot for each test.
    guard parts.dotsBefore <= 6, bytes.first("../", in: line) == nil else { return false }
    if parts.dotsBefore > 2 { return true }
    guard parts.dotsBefore == 2, let dots = bytes.first("..", in: line) else { return false }
    let isInBrackets = line.count == 4 && dots == line.lowerBound + 1 && bytes[dots - 1] != UInt8(ascii: "/")
    return line.count == 2 || isInBrackets
  }

  private static func isScissors(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    line.allSatisfy { scissors.contains(bytes[$0]) }
      && (bytes.first("8<", in: line) != nil || bytes.first(">8", in: line) != nil)
  }

  /// Whether the words of a line say it. Programs print that there is more, too, or that they have skipped something:
  /// unless marks are around the words, they must speak of lines or frames.
  private static func isSaid(_ bytes: Span<UInt8>, _ line: Range<Int>, _ parts: Parts) -> Bool {
    guard !parts.words.isEmpty, let words = ElisionWords(bytes, parts.words) else { return false }
    let isMarkedBefore = parts.words.lowerBound > line.lowerBound
    let isMarkedBehind = parts.words.upperBound < line.upperBound
    if (isMarkedBefore && isMarkedBehind) || parts.dotsBefore > 2 || parts.dotsBehind > 2 {
      return words.tells || (words.hasNumber && words.namesLines)
    }
    guard words.tells else { return false }
    if isMarkedBefore {
      return words.namesLines || (words.hasNumber && bytes[line.lowerBound] == UInt8(ascii: "+"))
    }
    return words.beginsWithNumber && words.namesFrames
  }

  /// The words of a line, and what is around them.
  private struct Parts {
    /// Empty where there are none.
    let words: Range<Int>
    /// How many dots are before the words. The character that looks like three of them counts as three.
    let dotsBefore: Int
    /// How many are behind them; none where there are no words.
    let dotsBehind: Int

    init(_ bytes: Span<UInt8>, _ line: Range<Int>) {
      var (start, before) = (line.lowerBound, 0)
      while start < line.upperBound {
        if Elision.around.contains(bytes[start]) {
          start += 1
        } else if bytes[start] == UInt8(ascii: ".") {
          (start, before) = (start + 1, before + 1)
        } else if bytes.has("…", at: start, end: line.upperBound) {
          (start, before) = (start + 3, before + 3)
        } else {
          break
        }
      }
      var (end, behind) = (line.upperBound, 0)
      while end > start {
        if Elision.around.contains(bytes[end - 1]) {
          end -= 1
        } else if bytes[end - 1] == UInt8(ascii: ".") {
          (end, behind) = (end - 1, behind + 1)
        } else if bytes.ends("…", in: start..<end) {
          (end, behind) = (end - 3, behind + 3)
        } else {
          break
        }
      }
      words = start..<end
      (dotsBefore, dotsBehind) = (before, behind)
    }
  }
}
