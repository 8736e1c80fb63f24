/// Tables with commas that have quotes only around the cells that need them, those with a comma or a quote.
///
/// ```
/// 2024-01-02T03:04:05.002Z,==700== Locks held: none
/// 2024-01-02T03:04:05.003Z,"==700== Locks held: 1, at address 0x10C0A0"
/// ```
extension LogScanner {
  /// A line without the quotes around its text, where the report's other lines have none; nil where it has none either.
  ///
  /// - Parameter cell: the line without the report's suffix. It ends with a quote.
  func withoutCellQuotes(
    _ bytes: Span<UInt8>, _ cell: Range<Int>, in line: Range<Int>, _ report: OpenReport
  ) -> [UInt8]? {
    let quote = UInt8(ascii: "\"")
    let close = cell.upperBound - 1
    let rest = bytes.bytes(close + 1..<line.upperBound)
    if bytes[cell.lowerBound] == quote, rest.first == UInt8(ascii: ",") {
      guard let text = Self.undoubled(bytes, cell.lowerBound + 1..<close) else { return nil }
      return text + rest
    }
    let prefix = report.knownPrefix
    guard !prefix.isEmpty, let comma = bytes.first(",\"", in: cell), comma + 2 < close else { return nil }
    // What is doubled in the cell was undone before.
    let before = bytes.bytes(line.lowerBound..<comma + 1)
    let text = before + bytes.bytes(comma + 2..<close) + rest
    guard let start = prefix.textStart(text.span, 0..<text.count), start >= before.count else { return nil }
    return text
  }

  /// The text of a cell in quotes; nil where one of its quotes is alone.
  private static func undoubled(_ bytes: Span<UInt8>, _ text: Range<Int>) -> [UInt8]? {
    let quote = UInt8(ascii: "\"")
    var result: [UInt8] = []
    var from = text.lowerBound
    while let found = bytes.first(quote, in: from..<text.upperBound) {
      guard found + 1 < text.upperBound, bytes[found + 1] == quote else { return nil }
      result.append(bytes, from..<found + 1)
      from = found + 2
    }
    result.append(bytes, from..<text.upperBound)
    return result
  }
}
