/// A line of a mail in the encoding of mails: `=3D` for `=`, `=20` for a space, and `=` at the end of a line that goes
/// on in the next one (RFC 2045).
struct QuotedPrintable {
  /// The line's text.
  var text: [UInt8]
  /// Whether it goes on in the next line.
  var goesOn: Bool
  /// How many bytes a line has that the encoding has cut: 76 at most, with the mark of a quoted mail before them.
  static let widths = 60...80

  /// Undoes the encoding of a line.
  init(_ bytes: Span<UInt8>, _ line: Range<Int>) {
    let end = bytes.trimmed(line).upperBound
    goesOn = Self.isCut(bytes, line)
    text = []
    text.reserveCapacity(line.count)
    var index = line.lowerBound
    let last = goesOn ? end - 1 : line.upperBound
    while index < last {
      if bytes[index] == UInt8(ascii: "="), index + 2 < last, let high = Self.digit(bytes[index + 1]),
        let low = Self.digit(bytes[index + 2])
      {
        text.append(high << 4 | low)
        index += 3
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
  }

  /// What a line holds of encoded bytes.
  enum Escapes {
    case none
    /// Any program may have printed them.
    case possible
    /// Nothing but this encoding writes such a line: an equals sign is encoded in it, a blank that is wider than others
    /// or one at its end.
    case evident
  }

  /// What a line holds of encoded bytes.
  static func escapes(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Escapes {
    var found = Escapes.none
    var from = line.lowerBound
    let end = bytes.trimmed(line).upperBound
    while let equals = bytes.first(UInt8(ascii: "="), in: from..<end) {
      from = equals + 1
      while from < end, bytes[from] == UInt8(ascii: "=") { from += 1 }
      // Of several in a row none is encoded.
      guard from == equals + 1, equals + 2 < end, digit(bytes[equals + 1]) != nil,
        digit(bytes[equals + 2]) != nil
      else { continue }
      if isEvident(bytes, equals, end) { return .evident }
      found = .possible
    }
    return found
  }

  private static func isEvident(_ bytes: Span<UInt8>, _ equals: Int, _ end: Int) -> Bool {
    for text: StaticString in ["=3D", "=C2=A0", "=E2=80="] where bytes.has(text, at: equals, end: end) {
      return true
    }
    return equals + 3 == end && bytes.has("=20", at: equals, end: end)
  }

  /// Whether a line ends with the sign that it goes on in the next one. A bar ends with more of them.
  static func isCut(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let text = bytes.trimmed(line)
    guard text.count > 1, bytes[text.upperBound - 1] == UInt8(ascii: "=") else { return false }
    return bytes[text.upperBound - 2] != UInt8(ascii: "=")
  }

  /// Whether a text has no bytes but those of base64.
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

  /// The encoding has upper-case digits only.
  private static func digit(_ byte: UInt8) -> UInt8? {
    (0x61...0x66).contains(byte) ? nil : hexDigit(byte)
  }
}
