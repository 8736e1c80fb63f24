/// A string of several lines that a program put on one line, its line ends escaped: a field of a test's result,
/// the error of a command.
enum QuotedText {
  /// The string in which `place` stands, without its quotes; nil when it has fewer than three escaped line ends.
  static func around(_ place: Int, in bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    var start = place
    while start > line.lowerBound, !isQuote(bytes, start - 1, in: line) { start -= 1 }
    guard start > line.lowerBound else { return nil }
    let quote = bytes[start - 1]
    var end = place
    var lineEnds = 0
    while end < line.upperBound, bytes[end] != quote {
      // What a backslash stands before never ends the string.
      if bytes[end] == UInt8(ascii: "\\"), end + 1 < line.upperBound {
        if bytes[end + 1] == UInt8(ascii: "n") { lineEnds += 1 }
        end += 1
      }
      end += 1
    }
    return lineEnds >= 3 ? start..<min(end, line.upperBound) : nil
  }

  /// Whether a quote that is not escaped stands at a place, behind nothing that belongs to a word but Python's
  /// `b`.
  private static func isQuote(_ bytes: Span<UInt8>, _ place: Int, in line: Range<Int>) -> Bool {
    guard bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") else { return false }
    guard place > line.lowerBound else { return true }
    switch bytes[place - 1] {
    case UInt8(ascii: "b"), UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: "["),
      UInt8(ascii: ","), 0x09, 0x20:
      return true
    default: return false
    }
  }
}
