/// A line of a report as its grammar reads it, without the prefix of the report's lines.
struct ReportLine {
  /// Where the line is in the bytes, with the blanks around it.
  let range: Range<Int>
  /// Where its text is, or the part of the text that is read.
  var text: Range<Int>
  /// The physical line, 1-based.
  let number: Int

  /// How many blanks stand before the text.
  var indent: Int { text.lowerBound - range.lowerBound }

  /// Whether blanks alone, and no tabs, are before the text.
  func isBehindBlanks(_ bytes: Span<UInt8>) -> Bool {
    (range.lowerBound..<text.lowerBound).allSatisfy { bytes[$0] == 0x20 }
  }

  /// The line in a range.
  @inline(__always)
  init(_ bytes: Span<UInt8>, _ range: Range<Int>, number: Int) {
    self.range = range
    text = bytes.trimmed(range)
    self.number = number
  }

  /// A line of which only the text is known.
  @inline(__always)
  init(text: Range<Int>, number: Int) {
    range = text
    self.text = text
    self.number = number
  }

  /// The same line, of which another part is read.
  func part(_ text: Range<Int>) -> ReportLine {
    var part = self
    part.text = text
    return part
  }
}
