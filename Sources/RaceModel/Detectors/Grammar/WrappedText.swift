/// What a line and the next one are together.
enum Rejoining {
  /// Two lines.
  case no
  /// The beginning of one line.
  case partly
  /// One line.
  case whole
}

/// A line that was wrapped.
enum WrappedText {
  /// Whether a line ends as no line does that was wrapped: with one of the bytes, or with an offset, as places do.
  @inline(__always)
  static func isWhole(_ bytes: Span<UInt8>, _ line: Range<Int>, ends: ASCIISet) -> Bool {
    guard let last = bytes.lastVisible(in: line) else { return true }
    if ends.contains(bytes[last]) { return true }
    var index = last
    while index > line.lowerBound, hexDigit(bytes[index]) != nil { index -= 1 }
    return index - 2 > line.lowerBound && bytes[index] == UInt8(ascii: "x")
      && bytes[index - 1] == UInt8(ascii: "0") && bytes[index - 2] == UInt8(ascii: "+")
  }

  /// What stood where a line was wrapped: a blank, where a program wraps between words, or nothing, where a terminal
  /// wraps. The more likely one is first.
  ///
  /// - Parameters:
  ///   - rest: the next line.
  ///   - width: how many bytes the physical line has.
  static func separators(_ line: Span<UInt8>, _ rest: Span<UInt8>, width: Int) -> [[UInt8]] {
    let word = (line.last(0x20, in: 0..<line.count).map { $0 + 1 } ?? 0)..<line.count
    // Paths hold no blanks as a rule: inside of one it was a terminal, unless its line number is there.
    let isInPath = line.first(UInt8(ascii: "/"), in: word) != nil || line.first("+0x", in: word) != nil
    let isWhole = line.last(UInt8(ascii: ":"), in: word).map {
      line.decimal(at: $0 + 1, end: line.count) != nil
    }
    let isTerminal = terminals.contains(width) && !beginsPlace(rest[0])
    return (isInPath && isWhole != true) || isTerminal ? [[], [0x20]] : [[0x20], []]
  }

  private static let terminals = [80, 100, 120, 132]

  /// Whether paths and modules begin with a byte, behind a blank.
  private static func beginsPlace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "(")
      || byte == UInt8(ascii: "<")
  }
}
