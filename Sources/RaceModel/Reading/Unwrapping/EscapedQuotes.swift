/// A line of a report as a string of a program, of a list or of a record of its own, quotes in it escaped.
///
/// ```
/// 	"==7== Thread #1: lock order \"0x30A0C0 before 0x30A0F0\" violated\n" +
/// level=error msg="==812== Location 0x30a0c8 is 8 bytes inside local var \"shelf\""
/// ```
enum EscapedQuotes {
  /// Whether a line holds escaped quotes between two that are not.
  static func areIn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let escaped = bytes.first("\\\"", in: line), let open = bytes.first(UInt8(ascii: "\""), in: line),
      open < escaped, let close = bytes.last("\"", in: line)
    else { return false }
    return close > escaped + 1 && bytes[close - 1] != UInt8(ascii: "\\")
  }

  /// The line with its quotes as they were.
  static func undone(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for (index, byte) in text.enumerated() {
      let isEscape =
        byte == UInt8(ascii: "\\") && index + 1 < text.count && text[index + 1] == UInt8(ascii: "\"")
      if !isEscape { result.append(byte) }
    }
    return result
  }
}
