/// The words by which loggers and CI systems say how grave a line is: `INFO`, `WARN`, `[error]`, and the letters of
/// Android. Some give each line of a report the level that its words suggest; the kernel prints frames as warnings.
enum LogLevel {
  private static let words: [StaticString] = [
    "trace", "debug", "verbose", "info", "notice", "warn", "warning", "err", "error", "severe", "crit",
    "critical", "fatal", "alert", "emerg",
  ]

  /// The first level in `range` that is a word of its own; nil when there is none.
  static func first(_ bytes: Span<UInt8>, in range: Range<Int>) -> Range<Int>? {
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      while index < range.upperBound, isLetter(bytes[index]) { index += 1 }
      let word = start..<index
      if isLevel(bytes, word) || isLetter(bytes, word, in: range) { return word }
      index = max(index, start + 1)
    }
    return nil
  }

  /// Passes over a level in a text and over the one that stands in its position on a line, each with the blanks that
  /// fill it up.
  ///
  /// - Returns: the places behind both; nil when no level begins at both places.
  static func pass(
    _ text: Span<UInt8>, at position: Int, _ bytes: Span<UInt8>, _ line: Range<Int>
  ) -> (text: Int, line: Int)? {
    if position > 0, isLetter(text[position - 1]) { return nil }
    guard let end = end(text, position..<text.count), let other = self.end(bytes, line) else { return nil }
    let isShort = end - position == 1
    guard isShort == (other - line.lowerBound == 1) else { return nil }
    // A letter is a level between blanks only, or before a tag.
    if isShort, position > 0 ? text[position - 1] > 0x20 : text[end] != UInt8(ascii: "/") { return nil }
    var (own, index) = (end, other)
    while own < text.count, text[own] == 0x20 { own += 1 }
    guard own > end else { return (own, index) }
    // As many as bring both to the same column, and one in any case: more belongs to the line's own text.
    let fill = max(other + 1, line.lowerBound + own - position)
    while index < min(fill, line.upperBound), bytes[index] == 0x20 { index += 1 }
    return (own, index)
  }

  /// Where the level ends that a range begins with; nil when it begins with none.
  private static func end(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound, isLetter(bytes[index]) { index += 1 }
    let word = range.lowerBound..<index
    return isLevel(bytes, word) || mayBeLetter(bytes, word, before: range.upperBound) ? index : nil
  }

  /// Whether a word is the level of Android's logs, behind the time (`0 E [ T2207]`, `] E[0: rx: 2207]`) or at the
  /// beginning of the line (`E/kernel`).
  private static func isLetter(_ bytes: Span<UInt8>, _ word: Range<Int>, in line: Range<Int>) -> Bool {
    guard mayBeLetter(bytes, word, before: line.upperBound) else { return false }
    if word.lowerBound == line.lowerBound { return bytes[word.upperBound] == UInt8(ascii: "/") }
    return bytes[word.lowerBound - 1] <= 0x20
      && (line.lowerBound..<word.lowerBound).contains { bytes[$0] &- 0x30 < 10 }
  }

  /// Whether a word is one of the letters of Android's levels, by what is behind it.
  private static func mayBeLetter(_ bytes: Span<UInt8>, _ word: Range<Int>, before end: Int) -> Bool {
    guard word.count == 1, word.upperBound < end, letters.contains(bytes[word.lowerBound]) else {
      return false
    }
    let next = bytes[word.upperBound]
    return next <= 0x20 || next == UInt8(ascii: "[") || next == UInt8(ascii: "/")
  }

  private static let letters: ASCIISet = "VDIWEF"

  private static func isLevel(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard 3...8 ~= word.count else { return false }
    return words.contains { known in
      guard known.utf8CodeUnitCount == word.count else { return false }
      return word.allSatisfy { bytes[$0] | 0x20 == known.utf8Start[$0 - word.lowerBound] }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
