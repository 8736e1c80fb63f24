/// An address that a mail program has put behind a text that looks like one, and that says no more than the text.
///
/// ```
///   example.com/shop/cart<https://example.com/shop/cart>.Add()               example.com/shop/cart.Add()
///   example.com/shop/cart.Add <http://example.com/shop/cart.Add>()           example.com/shop/cart.Add()
///       /mod/example.com/cart@v1.2.3<mailto:cart@v1.2.3>/cart.go:9 +0x3a     /mod/example.com/cart@v1.2.3/cart.go:9 +0x3a
/// ```
struct MailLink {
  /// Where the text behind it begins.
  let end: Int
  /// Whether the program has put a blank before it.
  let isBehindBlank: Bool

  private static let schemes: [StaticString] = ["<http://", "<https://", "<mailto:"]

  /// The address that begins at a bracket in a line; nil unless the text right before it is the same.
  init?(_ bytes: Span<UInt8>, at start: Int, in line: Range<Int>) {
    let room = start..<min(line.upperBound, start + 1024)
    guard start > line.lowerBound,
      let scheme = Self.schemes.first(where: { bytes.has($0, at: start, end: room.upperBound) }),
      let close = bytes.first(UInt8(ascii: ">"), in: room)
    else { return nil }
    isBehindBlank = bytes[start - 1] == 0x20
    end = close + 1
    let before = line.lowerBound..<(isBehindBlank ? start - 1 : start)
    let address = start + scheme.utf8CodeUnitCount..<close
    // A whole server gets a slash.
    let withoutSlash = bytes.ends("/", in: address) ? address.dropLast() : address
    guard Self.ends(bytes, before, with: address) || Self.ends(bytes, before, with: withoutSlash) else {
      return nil
    }
  }

  /// Whether a text ends with an address.
  private static func ends(_ bytes: Span<UInt8>, _ text: Range<Int>, with address: Range<Int>) -> Bool {
    address.count > 3 && MarkdownText.Link.isSame(bytes, text.suffix(address.count), address)
  }
}
