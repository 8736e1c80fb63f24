/// The mark before an item of a list in a document: `- `, `* `, `1. `, an arrow.
enum ListMark {
  static let arrows: [StaticString] = ["-->", "->", "==>", "=>"]

  /// Of two that begin alike the longer one comes first. No bullets: ginkgo prints one for each test.
  private static let marks: [StaticString] = arrows + ["-", "*", "+"]

  private static let beginnings: ASCIISet = "-*+=0123456789"

  /// Whether a mark may begin with a byte: most lines begin with another one.
  static func mayBegin(_ byte: UInt8) -> Bool { beginnings.contains(byte) }

  /// The end of the mark at the start of a text, if a blank follows it; nil otherwise.
  static func end(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int? {
    guard let start = text.first else { return nil }
    var end = start
    if bytes[start].isDigit {
      // `1.`, `12)`
      while end < text.upperBound, bytes[end].isDigit { end += 1 }
      guard end - start <= 2, end < text.upperBound,
        bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")")
      else { return nil }
      end += 1
    } else {
      guard let mark = marks.first(where: { bytes.has($0, at: start, end: text.upperBound) }) else {
        return nil
      }
      end += mark.utf8CodeUnitCount
    }
    return end < text.upperBound && bytes[end] <= 0x20 ? end : nil
  }
}
