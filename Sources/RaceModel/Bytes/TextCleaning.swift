/// Taking out of a line what terminals, pagers and CI systems put into it.
enum TextCleaning {
  /// Whether a line holds anything that `clean` would take out or change.
  static func isNeeded(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.upperBound <= bytes.count else { return false }
    return bytes.withUnsafeBytes { buffer in
      var index = range.lowerBound
      while index + 8 <= range.upperBound {
        let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // The highest bit of each byte that is below 0x20, and of some behind such a one.
        let low = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
        if low != 0, isNeeded(buffer, index..<index + 8) { return true }
        index += 8
      }
      return isNeeded(buffer, index..<range.upperBound)
    }
  }

  @inline(__always)
  private static func isNeeded(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    range.contains { bytes[$0] < 0x20 && bytes[$0] != 0x09 }
  }

  /// Appends `range` to `clean` without escape sequences and control bytes.
  ///
  /// A carriage return inside a line means that what follows was written over what stood before it.
  /// The bytes 0x16, 0x0e and 0x0f frame lines of `go test -test.v=test2json`.
  static func clean(_ bytes: Span<UInt8>, _ range: Range<Int>, into clean: inout [UInt8]) {
    let lineStart = clean.count
    let textEnd = bytes.trimmed(range).upperBound
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      switch byte {
      case 0x1B: index = endOfEscape(bytes, at: index, end: range.upperBound)
      case 0x0D:
        if index < textEnd { clean.removeSubrange(lineStart...) }
        index += 1
      case 0x09, 0x20...:
        let start = index
        while index < range.upperBound, bytes[index] >= 0x20 || bytes[index] == 0x09 { index += 1 }
        clean.append(bytes, start..<index)
      default: index += 1
      }
    }
  }

  /// The place after the escape sequence that starts at `start`: CSI, a string (OSC, DCS, APC, PM)
  /// up to its terminator, or two bytes. An unfinished string is only its introducer.
  private static func endOfEscape(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int {
    guard start + 1 < end else { return end }
    var index = start + 2
    switch bytes[start + 1] {
    case UInt8(ascii: "["):
      while index < end, !(0x40...0x7E).contains(bytes[index]) { index += 1 }
      return min(end, index + 1)
    case UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "P"), UInt8(ascii: "^"):
      while index < end {
        if bytes[index] == 0x07 { return index + 1 }
        if bytes[index] == 0x1B { return min(end, index + 2) }
        index += 1
      }
      return start + 2
    case UInt8(ascii: "("), UInt8(ascii: ")"): return min(end, start + 3)
    case 0x40...0x7E: return start + 2
    default: return start + 1
    }
  }

  private static let entities: [(text: StaticString, value: UInt8)] = [
    ("&lt;", 0x3C), ("&gt;", 0x3E), ("&amp;", 0x26), ("&quot;", 0x22), ("&#34;", 0x22), ("&#39;", 0x27),
    ("&nbsp;", 0x20),
  ]

  /// Whether an HTML entity may stand in a text: names of C++ hold many a `&` that begins none.
  static func hasEntity(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var from = range.lowerBound
    while let found = bytes.first(UInt8(ascii: "&"), in: from..<range.upperBound) {
      if entities.contains(where: { bytes.has($0.text, at: found, end: range.upperBound) }) { return true }
      from = found + 1
    }
    return false
  }

  /// Replaces the HTML entities of a text in place.
  static func decodeEntities(_ text: inout [UInt8]) {
    guard hasEntity(text.span, 0..<text.count) else { return }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let span = text.span
      if span[index] == UInt8(ascii: "&"),
        let entity = entities.first(where: { span.has($0.text, at: index, end: text.count) })
      {
        result.append(entity.value)
        index += entity.text.utf8CodeUnitCount
      } else {
        result.append(span[index])
        index += 1
      }
    }
    text = result
  }
}
