/// A line of a mail in quoted-printable: `=3D` for `=`, `=20` for a space, and `=` at the end of a line that
/// continues in the next one (RFC 2045).
struct QuotedPrintable {
  /// The line's text.
  var text: [UInt8]
  /// Whether it continues in the next line.
  var goesOn: Bool
  /// The length of a line that the encoding has cut: at most 76 bytes, with the mark of a quoted mail before
  /// them.
  static let widths = 60...80
  /// No line that it has cut has more bytes, with its end.
  static let longestLine = 100

  /// Decodes a line.
  init(_ bytes: Span<UInt8>, _ line: Range<Int>) {
    let end = bytes.trimmed(line).upperBound
    goesOn = Self.isCut(bytes, line)
    text = []
    text.reserveCapacity(line.count)
    var index = line.lowerBound
    let last = goesOn ? end - 1 : line.upperBound
    while index < last {
      if let byte = Self.byte(bytes, index, last) {
        text.append(byte)
        index += 3
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
  }

  /// The encoded bytes of a line.
  enum Escapes {
    case none
    /// Any program may have printed them.
    case possible
    /// Only this encoding writes such a line: it has an encoded equals sign, a character of several bytes, a wide blank,
    /// or a blank at its end.
    case evident
  }

  /// The encoded bytes of a line.
  static func escapes(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Escapes {
    var found = Escapes.none
    var from = line.lowerBound
    let end = bytes.trimmed(line).upperBound
    while let equals = bytes.first(UInt8(ascii: "="), in: from..<end) {
      from = equals + 1
      while from < end, bytes[from] == UInt8(ascii: "=") { from += 1 }
      // Several in a row are not encoded.
      guard from == equals + 1, byte(bytes, equals, end) != nil else { continue }
      if isEvident(bytes, equals, line.lowerBound..<end) { return .evident }
      found = .possible
    }
    return found
  }

  private static func isEvident(_ bytes: Span<UInt8>, _ equals: Int, _ line: Range<Int>) -> Bool {
    let end = line.upperBound
    if bytes.has("=3D", at: equals, end: end) || beginsCharacter(bytes, equals, end) { return true }
    // The wide blank of Latin-1, in an indentation.
    let isFirst = equals == line.lowerBound || bytes[equals - 1] <= 0x20
    if isFirst, bytes.has("=A0", at: equals, end: end) { return true }
    return equals + 3 == end && bytes.has("=20", at: equals, end: end)
  }

  /// Whether a character of two bytes or more is encoded at a place, as nothing else would be: the first byte of one
  /// and one that goes on with it (`=C2=A0`), or two wide blanks of Latin-1.
  static func beginsCharacter(_ bytes: Span<UInt8>, _ equals: Int, _ end: Int) -> Bool {
    guard let first = byte(bytes, equals, end), let second = byte(bytes, equals + 3, end) else {
      return false
    }
    return ((0xC2...0xF4).contains(first) && second & 0xC0 == 0x80) || (first == 0xA0 && second == 0xA0)
  }

  /// The byte that is encoded at a place.
  private static func byte(_ bytes: Span<UInt8>, _ equals: Int, _ end: Int) -> UInt8? {
    guard equals + 2 < end, bytes[equals] == UInt8(ascii: "="), let high = digit(bytes[equals + 1]),
      let low = digit(bytes[equals + 2])
    else { return nil }
    return high << 4 | low
  }

  /// Whether a line ends with the continuation sign. A bar ends with several of them.
  static func isCut(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let text = bytes.trimmed(line)
    guard text.count > 1, bytes[text.upperBound - 1] == UInt8(ascii: "=") else { return false }
    return bytes[text.upperBound - 2] != UInt8(ascii: "=")
  }

  /// Whether a text has only base64 characters.
  static func isBase64(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    for index in text {
      switch bytes[index] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="):
        continue
      default: return false
      }
    }
    return true
  }

  /// The encoding has only upper-case digits.
  private static func digit(_ byte: UInt8) -> UInt8? {
    (0x61...0x66).contains(byte) ? nil : hexDigit(byte)
  }
}
