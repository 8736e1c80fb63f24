/// What stands behind each line of a report in a wrapped log: the rest of a table's row, a tag of HTML, the
/// quote that ends a string.
///
/// It is what stands behind a report's title, and counts only when it stands behind the first header too.
/// Numbers in it may be any numbers; blanks before it belong to nobody.
struct LineSuffix {
  /// The text, a zero byte for each number.
  private var pattern: [UInt8] = []

  /// The suffix of a log that has none.
  static let none = LineSuffix()

  /// Whether lines end with their own text.
  var isEmpty: Bool { pattern.isEmpty }

  /// Whether it cannot be the end of a word.
  var beginsWithSign: Bool {
    guard let first = pattern.first else { return false }
    return 0x21..<0x80 ~= first && !first.isLetter && first != UInt8(ascii: "_")
  }

  private init() {}

  /// Learns the suffix from what stands behind a title.
  init(_ bytes: Span<UInt8>, _ rest: Range<Int>) {
    let rest = bytes.trimmed(rest)
    guard rest.count <= 1000 else { return }
    for index in rest {
      if !Self.isDigit(bytes[index]) {
        pattern.append(bytes[index])
      } else if pattern.last != 0 {
        pattern.append(0)
      }
    }
  }

  /// Where the suffix of a line begins; nil when it has not this one.
  func start(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard !pattern.isEmpty else { return nil }
    var end = bytes.trimmed(line).upperBound
    for expected in pattern.reversed() {
      guard end > line.lowerBound else { return nil }
      if expected == 0 {
        guard Self.isDigit(bytes[end - 1]) else { return nil }
        while end > line.lowerBound, Self.isDigit(bytes[end - 1]) { end -= 1 }
      } else {
        guard
          bytes[end - 1] == expected || (LinePrefix.isQuote(expected) && LinePrefix.isQuote(bytes[end - 1]))
        else { return nil }
        end -= 1
      }
    }
    return end
  }

  /// Where the mark begins that `cat -A` and editors put at the end of each line: a dollar sign. Names of functions hold
  /// some, but end with none. Nil where the text does not end with one.
  static func endOfLine(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int? {
    bytes.ends("$", in: text) && !bytes.ends("$$", in: text) ? text.upperBound - 1 : nil
  }

  /// Where the end of the string begins that a title is in, and that something before the title begins: `\n" +`. Nil where
  /// it is in none, or more than the rest of a statement follows.
  static func endOfString(_ bytes: Span<UInt8>, around title: Range<Int>, from lineStart: Int) -> Int? {
    let before = lineStart..<title.lowerBound
    for quote in [UInt8(ascii: "\""), UInt8(ascii: "'")] {
      guard count(quote, bytes, before) % 2 == 1, let last = bytes.last(quote, in: title),
        count(quote, bytes, title.lowerBound..<last) % 2 == 0,
        (last + 1..<title.upperBound).allSatisfy({ isBehindString(bytes[$0]) })
      else { continue }
      return bytes.ends("\\n", in: title.lowerBound..<last) ? last - 2 : last
    }
    return nil
  }

  private static func count(_ byte: UInt8, _ bytes: Span<UInt8>, _ text: Range<Int>) -> Int {
    text.count { bytes[$0] == byte }
  }

  /// Whether a statement, or a list, can go on with a byte behind a string.
  private static func isBehindString(_ byte: UInt8) -> Bool {
    BarEnd.isBehind(byte) || byte == UInt8(ascii: "\\")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
