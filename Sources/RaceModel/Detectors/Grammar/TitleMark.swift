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
    if let found = bytes.first(name, in: reach) { return found + name.utf8CodeUnitCount }
    return endOfName(bytes, title) ?? whole
  }

  /// Whether a text begins with the mark without its first characters.
  func isBeheaded(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    let reach = text.lowerBound..<min(text.upperBound, text.lowerBound + length - 1)
    guard let found = bytes.first(name, in: reach) else { return false }
    return bytes.isEnd(of: warning, text.lowerBound..<found)
  }

  /// Whether a text begins with the name: the first word is lost, and perhaps a character or two of the name with it.
  func isNameAlone(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool { endOfName(bytes, text) != nil }

  /// Where the name ends that a text begins with.
  private func endOfName(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int? {
    if bytes.has(name, at: text.lowerBound, end: text.upperBound) {
      return text.lowerBound + name.utf8CodeUnitCount
    }
    for lost in 1...2 {
      let end = text.lowerBound + name.utf8CodeUnitCount - lost
      if end <= text.upperBound, bytes.isEnd(of: name, text.lowerBound..<end) { return end }
    }
    return nil
  }
}
