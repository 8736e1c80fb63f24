/// What `grep` puts between the name of a file and a line of it: a colon where the line is a hit, a dash where it is
/// beside one.
///
/// ```
/// build.log:WARNING: DATA RACE
/// build.log-[12:01:44] Read at 0x00c000012345 by goroutine 8:
/// build.log-==77==    at 0x10926E: put (app.c:15)
/// ```
///
/// With the number of the line behind it, as `grep -n` prints it, the number tells: see `LinePrefix`.
enum HitMark {
  /// Where it is in what is before the text of a line; nil if there is none.
  ///
  /// - Parameter other: what is before another line of the same writer.
  static func find(_ bytes: Span<UInt8>, _ text: Range<Int>, beside other: [UInt8]? = nil) -> Int? {
    var end = text.lowerBound
    while end < text.upperBound, isOfName(bytes[end]) { end += 1 }
    guard end > text.lowerBound else { return nil }
    let name = text.lowerBound..<end
    guard let mark = other.flatMap({ difference(bytes, text, $0.span) }) ?? behindFile(bytes, text, name),
      mark + 1 == text.upperBound || !bytes[mark + 1].isDigit
    else { return nil }
    return mark
  }

  /// Whether a byte is such a mark.
  static func isMark(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-") }

  /// The mark behind the name of a file. Names may hold dashes, so that beside a hit the extension tells where the
  /// name ends.
  private static func behindFile(_ bytes: Span<UInt8>, _ text: Range<Int>, _ name: Range<Int>) -> Int? {
    if bytes.has(":", at: name.upperBound, end: text.upperBound) {
      return isFile(bytes, name) ? name.upperBound : nil
    }
    var from = name.lowerBound
    while let dash = bytes.first(UInt8(ascii: "-"), in: from..<name.upperBound) {
      if endings.contains(where: { bytes.ends($0, in: name.lowerBound..<dash) }) { return dash }
      from = dash + 1
    }
    return nil
  }

  /// Whether a word is the name of a file, and no number, time, or word before a colon.
  private static func isFile(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
    name.contains { bytes[$0] == UInt8(ascii: ".") || bytes[$0] == UInt8(ascii: "/") }
      && name.contains { bytes[$0].isLetter }
  }

  /// The mark behind the same word in both texts, where they have different ones.
  private static func difference(_ bytes: Span<UInt8>, _ text: Range<Int>, _ other: Span<UInt8>) -> Int? {
    var index = text.lowerBound
    var own = 0
    while index < text.upperBound, own < other.count, bytes[index] == other[own], bytes[index] > 0x20 {
      index += 1
      own += 1
    }
    guard own > 0, index < text.upperBound, own < other.count, isMark(bytes[index]), isMark(other[own]),
      bytes[index - 1].isLetter || bytes[index - 1].isDigit
    else { return nil }
    return (text.lowerBound..<index).contains { bytes[$0].isLetter } ? index : nil
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte.beginsIdentifier || byte.isDigit || signsOfNames.contains(byte)
  }

  private static let signsOfNames: ASCIISet = "./-+~@%"
  private static let endings: [StaticString] = [".log", ".txt", ".out", ".err"]
}
