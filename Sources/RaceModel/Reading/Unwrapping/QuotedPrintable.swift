/// A line of a mail in the encoding of mails: `=3D` for `=`, `=20` for a space, and `=` at the end of a line that goes
/// on in the next one (RFC 2045).
struct QuotedPrintable {
  /// The line's text.
  var text: [UInt8]
  /// Whether it goes on in the next line.
  var goesOn: Bool

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

  /// Whether nothing but this encoding writes such a line: an equals sign is encoded in it, a blank that is wider than
  /// others or one at its end.
  static func isEvident(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard bytes.first(UInt8(ascii: "="), in: line) != nil else { return false }
    return bytes.first("=3D", in: line) != nil || bytes.first("=C2=A0", in: line) != nil
      || bytes.first("=E2=80=", in: line) != nil || bytes.ends("=20", in: bytes.trimmed(line))
  }

  /// Whether a line ends with the sign that it goes on in the next one. A bar ends with more of them.
  static func isCut(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let text = bytes.trimmed(line)
    guard text.count > 1, bytes[text.upperBound - 1] == UInt8(ascii: "=") else { return false }
    return bytes[text.upperBound - 2] != UInt8(ascii: "=")
  }

  /// The encoding has upper-case digits only.
  private static func digit(_ byte: UInt8) -> UInt8? {
    (0x61...0x66).contains(byte) ? nil : hexDigit(byte)
  }
}
