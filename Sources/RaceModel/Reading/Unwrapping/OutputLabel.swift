/// What a logger says in each of its records beside a line of a program that another field holds.
///
/// ```
/// {"level": "INFO", "msg": "output", "line": "WARNING: DATA RACE"}
/// {"level": "INFO", "msg": "output", "line": "Write at 0x00c000012345 by goroutine 7:"}
/// {"level": "INFO", "msg": "output", "line": ""}
/// ```
///
/// It is learnt from a record of which one field opens a report and the other one does not.
struct OutputLabel {
  /// The label, escapes and all; empty while none is known.
  private var label: [UInt8] = []

  /// The record with the field for its text that holds the program's line.
  mutating func settled(_ record: WrappedLine, _ bytes: Span<UInt8>) -> WrappedLine {
    guard let other = record.other else { return record }
    if !isLabel(bytes, record.text) { learn(bytes, record.text, other) }
    return isLabel(bytes, record.text) ? record.with(text: other) : record
  }

  private func isLabel(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    !label.isEmpty && text.count == label.count
      && bytes.has(label, at: text.lowerBound, end: text.upperBound)
  }

  private mutating func learn(_ bytes: Span<UInt8>, _ text: Range<Int>, _ other: Range<Int>) {
    guard !text.isEmpty, !other.isEmpty, let line = Self.line(bytes, text),
      let otherLine = Self.line(bytes, other)
    else { return }
    let opens = Grammars.opening(bytes, line) != nil
    guard opens != (Grammars.opening(bytes, otherLine) != nil) else { return }
    label = bytes.bytes(opens ? other : text)
  }

  /// A text without its line end; nil for a text of several lines, which is read by itself.
  private static func line(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Range<Int>? {
    let line = bytes.ends("\\n", in: text) ? text.dropLast(2) : text
    return bytes.first("\\n", in: line) == nil ? line : nil
  }
}
