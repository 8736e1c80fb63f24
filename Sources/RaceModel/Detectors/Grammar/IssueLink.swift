/// A frame's number that an issue tracker took for an issue's and made a link of.
///
/// ```
/// #1 main main.c:21                                   as printed
/// https://github.com/shop/shop/issues/1 main main.c:21
/// [#1](https://github.com/shop/shop/issues/1) main main.c:21
/// shop/shop#1 main main.c:21
/// ```
struct IssueLink {
  let number: Int
  /// Where the link ends.
  let end: Int

  /// The link that a trimmed line begins with; nil when it begins with none.
  init?(_ bytes: Span<UInt8>, _ line: Range<Int>) {
    guard let first = line.first else { return nil }
    switch bytes[first] {
    case UInt8(ascii: "h"): self.init(address: bytes, line)
    case UInt8(ascii: "["), UInt8(ascii: "\\"): self.init(markdown: bytes, line)
    default:
      guard bytes.first(UInt8(ascii: "#"), in: line) != nil else { return nil }
      self.init(reference: bytes, line)
    }
  }

  /// `https://HOST/.../issues/1`; a comment's anchor may stand behind it.
  private init?(address bytes: Span<UInt8>, _ line: Range<Int>) {
    guard bytes.has("http", at: line.lowerBound, end: line.upperBound),
      let blank = bytes.first(0x20, in: line), bytes.first("://", in: line.lowerBound..<blank) != nil,
      let (number, before) = Self.number(bytes, line.lowerBound..<blank)
    else { return nil }
    let isIssue = ["/", "=", "#"].contains { (mark: StaticString) in
      bytes.ends(mark, in: line.lowerBound..<before)
    }
    guard isIssue else { return nil }
    (self.number, end) = (number, blank)
  }

  /// `[#1](ADDRESS)`, or `\\#1` with the backslash that keeps a number from becoming a link.
  private init?(markdown bytes: Span<UInt8>, _ line: Range<Int>) {
    if bytes.has("\\#", at: line.lowerBound, end: line.upperBound),
      let (number, after) = bytes.decimal(at: line.lowerBound + 2, end: line.upperBound),
      bytes.has(" ", at: after, end: line.upperBound)
    {
      (self.number, end) = (number, after)
      return
    }
    guard bytes.has("[#", at: line.lowerBound, end: line.upperBound),
      let (number, after) = bytes.decimal(at: line.lowerBound + 2, end: line.upperBound),
      bytes.has("](", at: after, end: line.upperBound),
      let close = bytes.first(UInt8(ascii: ")"), in: after..<line.upperBound)
    else { return nil }
    (self.number, end) = (number, close + 1)
  }

  /// `OWNER/NAME#1`
  private init?(reference bytes: Span<UInt8>, _ line: Range<Int>) {
    guard let blank = bytes.first(0x20, in: line), let slash = bytes.first(UInt8(ascii: "/"), in: line),
      slash > line.lowerBound, slash < blank,
      let (number, before) = Self.number(bytes, line.lowerBound..<blank), before > slash + 2,
      bytes[before - 1] == UInt8(ascii: "#"),
      bytes.first(UInt8(ascii: "("), in: line.lowerBound..<blank) == nil
    else { return nil }
    (self.number, end) = (number, blank)
  }

  /// The number that a text ends with, and where it begins.
  private static func number(_ bytes: Span<UInt8>, _ text: Range<Int>) -> (value: Int, start: Int)? {
    var start = text.upperBound
    while start > text.lowerBound, bytes[start - 1] &- 0x30 < 10 { start -= 1 }
    return bytes.decimal(at: start, end: text.upperBound).map { ($0.value, start) }
  }
}
