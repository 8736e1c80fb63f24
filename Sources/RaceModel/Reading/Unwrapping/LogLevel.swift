/// The words by which loggers and CI systems say how grave a line is: `INFO`, `WARN`, `[error]`. Some give each
/// line of a report the level that its words suggest.
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
      if isLevel(bytes, start..<index) { return start..<index }
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
    return isLevel(bytes, range.lowerBound..<index) ? index : nil
  }

  private static func isLevel(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard 3...8 ~= word.count else { return false }
    return words.contains { known in
      guard known.utf8CodeUnitCount == word.count else { return false }
      return word.allSatisfy { bytes[$0] | 0x20 == known.utf8Start[$0 - word.lowerBound] }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
