/// Entities of HTML.
extension TextCleaning {
  private static let entitiesOfXML: [StaticString] = ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"]

  /// Where the entity of XML ends that begins at a place; nil where none does, or where it was escaped once more.
  static func endOfXMLEntity(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
    guard let one = entitiesOfXML.first(where: { bytes.has($0, at: start, end: end) }),
      let whole = entity(bytes, at: start, end: end), whole.end == start + one.utf8CodeUnitCount
    else { return nil }
    return whole.end
  }

  private static let entities: [(text: StaticString, value: UInt8)] = [
    ("lt;", 0x3C), ("gt;", 0x3E), ("amp;", 0x26), ("quot;", 0x22), ("apos;", 0x27), ("nbsp;", 0x20),
  ]

  /// Whether a text may hold an HTML entity: names of C++ hold many a `&` that does not begin one.
  static func hasEntity(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var from = range.lowerBound
    while let found = bytes.first(UInt8(ascii: "&"), in: from..<range.upperBound) {
      if entity(bytes, at: found, end: range.upperBound) != nil { return true }
      from = found + 1
    }
    return false
  }

  /// The character of an entity at a place, and the end of the entity. Where a text was escaped again, as the result of a
  /// test on a page, its signs were, too: `&amp;lt;` is one entity.
  static func entity(_ bytes: Span<UInt8>, at start: Int, end: Int) -> (value: UInt8, end: Int)? {
    guard start + 3 < end, bytes[start + 1] == UInt8(ascii: "#") || bytes[start + 1] &- 0x61 < 26 else {
      return nil
    }
    var name = start + 1
    for _ in 1...2 {
      guard bytes.has("amp;", at: name, end: end), sign(bytes, at: name + 4, end: end) != nil else { break }
      name += 4
    }
    return sign(bytes, at: name, end: end)
  }

  /// The character of an entity whose name, or number, is at a place.
  private static func sign(_ bytes: Span<UInt8>, at start: Int, end: Int) -> (value: UInt8, end: Int)? {
    if let named = entities.first(where: { bytes.has($0.text, at: start, end: end) }) {
      return (named.value, start + named.text.utf8CodeUnitCount)
    }
    guard bytes.has("#", at: start, end: end), start + 1 < end else { return nil }
    var index = start + 1
    let isHex = bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHex { index += 1 }
    var value = 0
    while index < end, value < 0x100, let digit = hexDigit(bytes[index]), isHex || digit < 10 {
      value = value * (isHex ? 16 : 10) + Int(digit)
      index += 1
    }
    guard index < end, bytes[index] == UInt8(ascii: ";") else { return nil }
    // Control bytes are not accepted this way.
    return value == 0xA0 ? (0x20, index + 1) : (0x20..<0x7F).contains(value) ? (UInt8(value), index + 1) : nil
  }

  /// Replaces the HTML entities of a text in place.
  static func decodeEntities(_ text: inout [UInt8]) {
    guard hasEntity(text.span, 0..<text.count) else { return }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let span = text.span
      if span[index] == UInt8(ascii: "&"), let entity = entity(span, at: index, end: text.count) {
        result.append(entity.value)
        index = entity.end
      } else {
        result.append(span[index])
        index += 1
      }
    }
    text = result
  }
}
