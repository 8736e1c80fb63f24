/// A line of a mail whose encoding was undone: `=3D` for `=`, `=20` for a space, and `=` at the end of
/// a line that goes on in the next one (RFC 2045).
struct QuotedPrintable {
  /// The line's text.
  var text: [UInt8]
  /// Whether it goes on in the next line.
  var goesOn: Bool

  /// Undoes the encoding of a line; nil when there is none to see. A line of nothing but `=` is a bar.
  static func decode(_ bytes: Span<UInt8>, _ line: Range<Int>) -> QuotedPrintable? {
    guard bytes.first(UInt8(ascii: "="), in: line) != nil,
      line.contains(where: { bytes[$0] != UInt8(ascii: "=") })
    else { return nil }
    let goesOn = bytes[line.upperBound - 1] == UInt8(ascii: "=")
    let end = goesOn ? line.upperBound - 1 : line.upperBound
    var text: [UInt8] = []
    var index = line.lowerBound
    while index < end {
      if bytes[index] == UInt8(ascii: "="), index + 2 < end, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        text.append(high << 4 | low)
        index += 3
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return goesOn || text.count < line.count ? QuotedPrintable(text: text, goesOn: goesOn) : nil
  }

  /// The encoding has upper-case digits only.
  private static func digit(_ byte: UInt8) -> UInt8? {
    (0x61...0x66).contains(byte) ? nil : hexDigit(byte)
  }
}
