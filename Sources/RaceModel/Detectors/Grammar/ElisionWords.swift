/// The words with which somebody says that lines were left out: `16 lines omitted`, `rest of the stack truncated`.
/// Letters may be small or capitals.
struct ElisionWords {
  /// Whether they say that something is not there.
  private(set) var tells = false
  /// Whether a number is among them.
  private(set) var hasNumber = false
  /// Whether they begin with it.
  private(set) var beginsWithNumber = false
  /// Whether they name what was left out: lines, frames, a stack.
  private(set) var namesLines = false
  /// Whether they name frames.
  private(set) var namesFrames = false

  /// Words that say that something is not there.
  private static let telling: [StaticString] = [
    "more", "omitted", "elided", "skipped", "truncated", "hidden", "removed", "stripped", "redacted",
    "trimmed", "cut", "clipped", "cropped", "deleted", "snip", "snipped", "shortened", "abridged",
  ]
  private static let frames: [StaticString] = ["frame", "frames"]
  private static let lines: [StaticString] = [
    "line", "lines", "stack", "stacks", "stacktrace", "backtrace", "trace", "traces", "call", "calls",
  ]
  /// What else may be said.
  private static let others: [StaticString] = [
    "other", "others", "and", "many", "some", "several", "additional", "further", "rest", "remaining", "of",
    "the", "a", "few", "lots", "here", "for", "brevity", "left", "output", "log", "chars", "characters",
    "bytes", "been", "has", "have", "was", "were",
  ]

  /// Nil where another word is among them, or a number is zero: what a program counts may be none.
  init?(_ bytes: Span<UInt8>, _ text: Range<Int>) {
    var rest = bytes.trimmed(text)
    var isBehindLeft = false
    while !rest.isEmpty {
      let end = bytes.wordEnd(in: rest)
      let word = Self.bare(bytes, rest.lowerBound..<end)
      let isFirst = rest.lowerBound == text.lowerBound
      guard take(bytes, word, isFirst: isFirst, isBehindLeft: isBehindLeft) else { return nil }
      isBehindLeft = Self.isWord("left", bytes, word)
      rest = bytes.trimmed(end..<rest.upperBound)
    }
  }

  /// Takes the next word; false where it is none of these.
  private mutating func take(
    _ bytes: Span<UInt8>, _ word: Range<Int>, isFirst: Bool, isBehindLeft: Bool
  ) -> Bool {
    if let (value, end) = bytes.decimal(at: word.lowerBound, end: word.upperBound) {
      (hasNumber, beginsWithNumber) = (true, beginsWithNumber || isFirst)
      return end == word.upperBound && value > 0
    }
    if Self.isOne(of: Self.telling, bytes, word) || (isBehindLeft && Self.isWord("out", bytes, word)) {
      tells = true
      return true
    }
    if Self.isOne(of: Self.frames, bytes, word) {
      (namesLines, namesFrames) = (true, true)
      return true
    }
    if Self.isOne(of: Self.lines, bytes, word) {
      namesLines = true
      return true
    }
    return Self.isOne(of: Self.others, bytes, word)
  }

  /// Whether a text is the word for scissors.
  static func isSnip(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool { isWord("snip", bytes, text) }

  /// Whether a text is the word that says it by itself.
  static func isSnipped(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool { isWord("snipped", bytes, text) }

  /// Whether a text is the word that says it with a dot behind it.
  static func isEtc(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool { isWord("etc", bytes, text) }

  /// A word without the sign behind it.
  private static func bare(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Range<Int> {
    guard word.count > 1, let last = word.last else { return word }
    switch bytes[last] {
    case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "."):
      return word.lowerBound..<last
    default: return word
    }
  }

  private static func isOne(of words: [StaticString], _ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    words.contains { isWord($0, bytes, text) }
  }

  private static func isWord(_ word: StaticString, _ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    word.utf8CodeUnitCount == text.count
      && text.allSatisfy { bytes[$0] | 0x20 == word.utf8Start[$0 - text.lowerBound] }
  }
}
