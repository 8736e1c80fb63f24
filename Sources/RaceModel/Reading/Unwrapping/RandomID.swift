/// A random number of a record that is before its line, as databases and collectors of logs write them:
/// `c5c7d186-1674-518d-e3bb-41b36bf82959`.
///
/// Whether it is another one for each record, or that of a writer, a single line does not tell.
enum RandomID {
  private static let count = 36

  /// Where the first one is in two texts, if each has one and they differ.
  static func differing(
    _ bytes: Span<UInt8>, _ text: Range<Int>, _ other: Span<UInt8>
  ) -> (own: Range<Int>, other: Range<Int>)? {
    guard let own = first(bytes, text), let others = first(other, 0..<other.count),
      bytes.bytes(own) != other.bytes(others)
    else { return nil }
    return (own, others)
  }

  /// Where the one ends that begins at a place; nil when none does.
  static func end(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    guard start >= 0, start + count <= end else { return nil }
    for offset in 0..<count {
      let byte = bytes[start + offset]
      switch offset {
      case 8, 13, 18, 23: if byte != UInt8(ascii: "-") { return nil }
      default: if hexDigit(byte) == nil { return nil }
      }
    }
    let next = start + count
    if next < end, bytes[next].isLetter || bytes[next].isDigit || bytes[next] == UInt8(ascii: "-") {
      return nil
    }
    return next
  }

  private static func first(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Range<Int>? {
    var from = text.lowerBound
    while let dash = bytes.first(UInt8(ascii: "-"), in: from..<text.upperBound) {
      let start = dash - 8
      if start >= text.lowerBound, let end = end(bytes, from: start, to: text.upperBound),
        start == text.lowerBound || !(bytes[start - 1].isLetter || bytes[start - 1].isDigit)
      {
        return start..<end
      }
      from = dash + 1
    }
    return nil
  }
}
