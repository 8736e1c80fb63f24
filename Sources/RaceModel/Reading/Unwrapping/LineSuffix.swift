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

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
