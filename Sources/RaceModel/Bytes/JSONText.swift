/// The few parts of JSON that a reader of wrapped logs needs: finding a string field of a flat object and
/// unescaping it.
enum JSONText {
  /// The range of a string field's value, without quotes.
  ///
  /// - Parameter key: the name with its quotes and the colon, such as `"Output":`.
  static func stringField(_ key: StaticString, in bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    guard let found = bytes.first(key, in: range) else { return nil }
    var start = found + key.utf8CodeUnitCount
    while start < range.upperBound, bytes[start] == 0x20 { start += 1 }
    guard start < range.upperBound, bytes[start] == UInt8(ascii: "\"") else { return nil }
    start += 1
    return endOfString(bytes, start..<range.upperBound).map { start..<$0 }
  }

  /// The quote that ends a string whose text begins with `range`.
  @inline(__always)
  static func endOfString(
    _ bytes: Span<UInt8>, _ range: Range<Int>, quote: UInt8 = UInt8(ascii: "\"")
  ) -> Int? {
    var from = range.lowerBound
    while let found = bytes.first(quote, in: from..<range.upperBound) {
      var escapes = found
      while escapes > range.lowerBound, bytes[escapes - 1] == UInt8(ascii: "\\") { escapes -= 1 }
      if (found - escapes) % 2 == 0 { return found }
      from = found + 1
    }
    return nil
  }

  /// Appends a string's unescaped text to `text`. Damaged escapes stay.
  ///
  /// - Parameter ofYAML: whether `\xF6` is the character U+00F6, as in YAML; elsewhere it is a byte.
  static func unescape(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into text: inout [UInt8], ofYAML: Bool = false
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let escape = bytes.first(UInt8(ascii: "\\"), in: index..<range.upperBound) ?? range.upperBound
      text.append(bytes, index..<escape)
      guard escape + 1 < range.upperBound else {
        text.append(bytes, escape..<range.upperBound)
        return
      }
      index = escape + 2
      switch bytes[index - 1] {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "x"):
        // Not JSON, but in strings of most languages.
        guard index + 2 <= range.upperBound, let high = hexDigit(bytes[index]),
          let low = hexDigit(bytes[index + 1])
        else {
          text.append(bytes, escape..<index)
          continue
        }
        let value = high << 4 | low
        if ofYAML { text.append(contentsOf: Unicode.Scalar(value).utf8) } else { text.append(value) }
        index += 2
      case UInt8(ascii: "u"):
        guard let (scalar, end) = unicodeEscape(bytes, at: index, end: range.upperBound) else {
          text.append(bytes, escape..<index)
          continue
        }
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        index = end
      case let other: text.append(other)
      }
    }
  }

  /// Four hexadecimal digits at `start`, and a second escape if they are half of a pair.
  private static func unicodeEscape(
    _ bytes: Span<UInt8>, at start: Int, end: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    guard let high = fourDigits(bytes, at: start, end: end) else { return nil }
    if (0xD800..<0xDC00).contains(high), bytes.has("\\u", at: start + 4, end: end),
      let low = fourDigits(bytes, at: start + 6, end: end), (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    {
      return (scalar, start + 10)
    }
    return (Unicode.Scalar(high) ?? "\u{FFFD}", start + 4)
  }

  private static func fourDigits(_ bytes: Span<UInt8>, at start: Int, end: Int) -> UInt32? {
    guard start + 4 <= end else { return nil }
    var value: UInt32 = 0
    for index in start..<start + 4 {
      guard let digit = hexDigit(bytes[index]) else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
