/// What a detector's titles begin with; a paste may have lost the first characters.
struct TitleMark: Sendable {
  /// Its first word.
  let warning: StaticString
  /// The detector's name behind it.
  let name: StaticString

  private var length: Int { warning.utf8CodeUnitCount + name.utf8CodeUnitCount }

  /// Where the words of a title begin, behind the mark or what is left of it.
  func end(_ bytes: Span<UInt8>, _ title: Range<Int>) -> Int {
    let whole = title.lowerBound + length
    let reach = title.lowerBound..<min(title.upperBound, whole)
    return bytes.first(name, in: reach).map { $0 + name.utf8CodeUnitCount } ?? whole
  }

  /// Whether a text begins with the mark without its first characters.
  func isBeheaded(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    let reach = text.lowerBound..<min(text.upperBound, text.lowerBound + length - 1)
    guard let found = bytes.first(name, in: reach) else { return false }
    return bytes.isEnd(of: warning, text.lowerBound..<found)
  }
}
