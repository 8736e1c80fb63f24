extension LinePrefix {
  /// Whether a number, a part of a time, or the number of a record begins at a place of what is before a line.
  static func beginsPart(_ bytes: Span<UInt8>, _ place: Int, in text: Range<Int>, _ id: Range<Int>?) -> Bool {
    if bytes[place].isDigit || place == id?.lowerBound { return true }
    return ClockPart.find(bytes, at: place, in: text) != nil
  }

  /// The numbers in a text, without those in parts that may be any.
  static func numbers(
    _ bytes: Span<UInt8>, _ range: Range<Int>, besides id: Range<Int>?
  ) -> [[UInt8]] {
    var numbers: [[UInt8]] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let id, index == id.lowerBound {
        index = id.upperBound
        continue
      }
      if let clock = ClockPart.find(bytes, at: index, in: range) {
        index = clock.end
        continue
      }
      let start = index
      while index < range.upperBound, bytes[index].isDigit { index += 1 }
      if index > start {
        numbers.append(bytes.bytes(start..<index))
        index = ClockPart.endOfFraction(bytes, behind: start..<index, in: range) ?? index
      } else {
        index += 1
      }
    }
    return numbers
  }
}
