/// A service message of TeamCity with what a test has printed:
///
/// ```
/// ##teamcity[testStdErr name='TestShelf' out='WARNING: DATA RACE|nWrite at 0x00c0...|n' flowId='1']
/// ```
///
/// Source: "Service Messages" in the documentation of TeamCity: `|n`, `|r`, `|'`, `|[`, `|]`, `||` and `|0xNNNN`.
struct TeamCityMessage {
  static let head: StaticString = "##teamcity["

  /// What was printed, escapes and all.
  var text: Range<Int>
  /// The test; nil where the message names none.
  var test: Range<Int>?

  /// Reads a line; nil when it is no such message, or one without a text.
  init?(_ bytes: Span<UInt8>, _ line: Range<Int>) {
    guard let start = bytes.first(Self.head, in: line),
      let text = Self.value("out='", bytes, start..<line.upperBound)
        ?? Self.value("details='", bytes, start..<line.upperBound)
        ?? Self.value("text='", bytes, start..<line.upperBound)
    else { return nil }
    self.text = text
    if bytes.has("test", at: start + Self.head.utf8CodeUnitCount, end: line.upperBound) {
      test = Self.value("name='", bytes, start..<text.lowerBound)
    }
  }

  /// The value of an attribute.
  private static func value(_ name: StaticString, _ bytes: Span<UInt8>, _ message: Range<Int>) -> Range<Int>?
  {
    var from = message.lowerBound
    while let found = bytes.first(name, in: from..<message.upperBound) {
      let start = found + name.utf8CodeUnitCount
      if bytes[found - 1] == 0x20, let end = end(bytes, start..<message.upperBound) { return start..<end }
      from = start
    }
    return nil
  }

  /// Where the quote is that ends a value.
  private static func end(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int? {
    var index = text.lowerBound
    while index < text.upperBound {
      if bytes[index] == UInt8(ascii: "|") {
        index += 1
      } else if bytes[index] == UInt8(ascii: "'") {
        return index
      }
      index += 1
    }
    return nil
  }

  /// A value as it was before it was escaped.
  static func unescape(_ bytes: Span<UInt8>, _ value: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(value.count)
    var index = value.lowerBound
    while index < value.upperBound {
      guard bytes[index] == UInt8(ascii: "|"), index + 1 < value.upperBound else {
        text.append(bytes[index])
        index += 1
        continue
      }
      switch bytes[index + 1] {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): break
      case UInt8(ascii: "0"):
        // `|0x2019`
        let end = min(value.upperBound, index + 7)
        if let (number, after) = bytes.hexadecimal(at: index + 1, end: end),
          let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: number.value))
        {
          text += Array(String(scalar).utf8)
          index = after - 2
        }
      default: text.append(bytes[index + 1])
      }
      index += 2
    }
    return text
  }
}
