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

  /// Where the level ends that begins at `start`; nil when none does.
  static func end(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
    var index = start
    while index < end, isLetter(bytes[index]) { index += 1 }
    return isLevel(bytes, start..<index) ? index : nil
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
