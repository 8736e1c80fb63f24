/// What a detector's runtime, or its test runner, printed that is no report and tells what happened: a crash, a
/// message before the end, how many reports there were.
package struct LogNote: Hashable, Sendable {
  /// The physical line, 1-based.
  package var line: Int
  /// The first byte of that line in the log.
  package var start: Int
  /// What was printed, from the runtime's own words on: one line, free of escapes and prefixes, not longer than
  /// `longestText`, with `...` where it was cut.
  package var text: String
  /// Whether it tells why the program, or the detector, came to its end.
  package var isFatal: Bool

  /// Bytes kept of a text.
  static let longestText = 300

  /// A note from what stands in `range`, which may hold HTML entities.
  init(line: Int, start: Int, isFatal: Bool, _ bytes: Span<UInt8>, _ range: Range<Int>) {
    self.line = line
    self.start = start
    self.isFatal = isFatal
    text = Self.cut(bytes.decoded(bytes.trimmed(range.prefix(Self.longestText * 4))))
  }

  /// Adds more of the same message.
  mutating func add(_ words: String) { text = Self.cut(text + words) }

  /// The text, cut between two characters where it is too long.
  private static func cut(_ text: String) -> String {
    guard text.utf8.count > longestText else { return text }
    var kept = text
    while kept.utf8.count > longestText - 3 { kept.removeLast() }
    return kept + "..."
  }
}
