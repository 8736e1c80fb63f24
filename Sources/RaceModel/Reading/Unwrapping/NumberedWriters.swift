/// Two texts before lines that name two writers by numbers: `node1: ` and `node2: `, `[pod/api-0/api] ` and
/// `[pod/api-1/api] `, `[1,0]<stderr>:` and `[1,1]<stderr>:`. All other numbers that differ may count lines or time.
enum NumberedWriters {
  /// A name has so many letters: `L12` and `T12` may be the number of a line, or a time.
  private static let fewestLetters = 3

  static func areTwo(
    _ first: Span<UInt8>, _ firstText: Range<Int>, _ second: Span<UInt8>, _ secondText: Range<Int>
  ) -> Bool {
    var (own, other) = (firstText.lowerBound, secondText.lowerBound)
    while own < firstText.upperBound, other < secondText.upperBound {
      guard first[own].isDigit, second[other].isDigit else {
        guard first[own] == second[other] else { return false }
        own += 1
        other += 1
        continue
      }
      let number = own..<end(first, own..<firstText.upperBound)
      let otherNumber = other..<end(second, other..<secondText.upperBound)
      if first.bytes(number) != second.bytes(otherNumber),
        isOfName(first, number, in: firstText), isOfName(second, otherNumber, in: secondText)
      {
        return true
      }
      (own, other) = (number.upperBound, otherNumber.upperBound)
    }
    return false
  }

  private static func end(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int {
    var index = text.lowerBound
    while index < text.upperBound, bytes[index].isDigit { index += 1 }
    return index
  }

  /// Whether a number is the end of a name, or one of a job and its rank.
  private static func isOfName(_ bytes: Span<UInt8>, _ number: Range<Int>, in text: Range<Int>) -> Bool {
    if isRank(bytes, number, in: text) { return true }
    guard number.upperBound == text.upperBound || endsName(bytes[number.upperBound]) else { return false }
    var start = number.lowerBound
    if start > text.lowerBound, bytes[start - 1] == UInt8(ascii: "-") { start -= 1 }
    let nameEnd = start
    while start > text.lowerBound, bytes[start - 1].isLetter { start -= 1 }
    let name = start..<nameEnd
    return name.count >= fewestLetters && !bytes.equals("line", name) && !bytes.equals("Line", name)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || signsBehindNames.contains(byte)
  }

  private static let signsBehindNames: ASCIISet = ":]|/"

  /// Whether a number is one of the two in `[1,0]<stderr>:`.
  private static func isRank(_ bytes: Span<UInt8>, _ number: Range<Int>, in text: Range<Int>) -> Bool {
    guard let open = bytes.last(UInt8(ascii: "["), in: text.lowerBound..<number.lowerBound),
      let job = bytes.decimal(at: open + 1, end: text.upperBound),
      bytes.has(",", at: job.end, end: text.upperBound),
      let rank = bytes.decimal(at: job.end + 1, end: text.upperBound)
    else { return false }
    return number.upperBound <= rank.end && bytes.has("]<", at: rank.end, end: text.upperBound)
  }
}
