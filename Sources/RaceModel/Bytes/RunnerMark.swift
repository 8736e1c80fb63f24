/// The mark that a CI system, a shell or `make` puts before some lines of a report: the first of each chunk of output.
///
/// ```
/// ##[error]  main.(*Cache).Get()
/// Error:   main.(*Cache).Get()
/// make[1]: Previous write at 0x00c000018168 by goroutine 7:
/// ```
///
/// If all lines have it, it belongs to the report's prefix.
enum RunnerMark {
  private static let marks: TextStarts = [
    "##[error]", "##[warning]", "##[debug]", "##[notice]", "##[command]", "##[section]", "Error: ",
    "Warning: ", "ERROR: ", "WARN: ",
  ]

  /// The end of the mark at the start of a line; nil if there is none. More blanks behind it belong to the line.
  static func end(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard let first = line.first else { return nil }
    switch bytes[first] {
    case UInt8(ascii: "#"):
      guard marks.begin(bytes, line), let close = bytes.first(UInt8(ascii: "]"), in: line) else { return nil }
      return close + 1
    case UInt8(ascii: "E"), UInt8(ascii: "W"):
      guard marks.begin(bytes, line), let blank = bytes.first(0x20, in: line) else { return nil }
      return blank + 1
    case UInt8(ascii: "m"), UInt8(ascii: "g"): return endOfMake(bytes, line)
    default: return nil
    }
  }

  /// The start of the mark at the end of a text, blanks aside; nil if there is none.
  static func start(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int? {
    var from = text.lowerBound
    while from < text.upperBound {
      let end = Self.end(bytes, from..<text.upperBound)
      if let end, bytes.trimmed(end..<text.upperBound).isEmpty { return from }
      // Anywhere but at the start, a blank is before it.
      guard let blank = bytes.first(0x20, in: from..<text.upperBound) else { return nil }
      from = blank + 1
    }
    return nil
  }

  /// `make: `, `make[1]: `, `gmake[2]: `.
  private static func endOfMake(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    var index = line.lowerBound + (bytes[line.lowerBound] == UInt8(ascii: "g") ? 1 : 0)
    guard bytes.pass("make", at: &index, end: line.upperBound) else { return nil }
    if index < line.upperBound, bytes[index] == UInt8(ascii: "["),
      let (_, after) = bytes.decimal(at: index + 1, end: line.upperBound),
      bytes.has("]", at: after, end: line.upperBound)
    {
      index = after + 1
    }
    return bytes.has(": ", at: index, end: line.upperBound) ? index + 2 : nil
  }
}
