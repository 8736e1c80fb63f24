/// What two lines begin with, numbers aside: their common prefix, where one of them has more before its text.
///
/// ```
/// > Output: ==7== Possible data race during read of size 4
/// > ==7== Locks held: none
/// ```
struct SharedBeginning {
  /// Where it ends in each of the two: behind the last separator before the first difference.
  private(set) var ends: (first: Int, second: Int)

  init(_ first: Span<UInt8>, _ firstLine: Range<Int>, _ second: Span<UInt8>, _ secondLine: Range<Int>) {
    var (own, other) = (firstLine.lowerBound, secondLine.lowerBound)
    ends = (own, other)
    while own < firstLine.upperBound, other < secondLine.upperBound {
      if first[own] == second[other], !Self.isDigit(first[own]) {
        own += 1
        other += 1
        // A colon between numbers is inside a time.
        let isInTime =
          first[own - 1] == UInt8(ascii: ":") && own < firstLine.upperBound && Self.isDigit(first[own])
        if Self.isSeparator(first[own - 1]), !isInTime { ends = (own, other) }
      } else if let next = Self.passNumber(first, own..<firstLine.upperBound),
        let otherNext = Self.passNumber(second, other..<secondLine.upperBound)
      {
        (own, other) = (next, otherNext)
      } else {
        return
      }
    }
  }

  /// Whether a prefix may end behind a byte.
  static func isSeparator(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "|")
      || byte == UInt8(ascii: ":")
  }

  /// The end of a number at the beginning of a text, padding skipped; nil when there is no number.
  private static func passNumber(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int? {
    var index = text.lowerBound
    while index < text.upperBound, bytes[index] == 0x20 { index += 1 }
    guard index < text.upperBound, isDigit(bytes[index]) else { return nil }
    while index < text.upperBound, isDigit(bytes[index]) { index += 1 }
    return index
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
