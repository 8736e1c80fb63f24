/// Parts of known words: what a log that was cut has of them at its end, or a paste at its beginning.
extension Span<UInt8> {
  /// Whether a range is the beginning of `text`, and not all of it.
  func isBeginning(of text: StaticString, _ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.count < text.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count where self[range.lowerBound + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Whether a range is the end of `text`, and not all of it.
  func isEnd(of text: StaticString, _ range: Range<Int>) -> Bool {
    let lost = text.utf8CodeUnitCount - range.count
    guard !range.isEmpty, lost > 0 else { return false }
    for offset in 0..<range.count where self[range.lowerBound + offset] != text.utf8Start[lost + offset] {
      return false
    }
    return true
  }
}
