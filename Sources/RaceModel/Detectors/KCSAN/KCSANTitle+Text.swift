/// Titles as people write them.
extension KCSANTitle {
  /// A title's words as the kernel prints them.
  static func text(_ bytes: Span<UInt8>, _ title: Range<Int>) -> String {
    let text = bytes.trimmed(mark.end(bytes, title)..<title.upperBound)
    let start = bytes.last(0x20, in: text).map { $0 + 1 } ?? text.lowerBound
    guard let slash = gluedSlash(bytes, start..<text.upperBound) else { return bytes.string(text) }
    return bytes.string(text.lowerBound..<slash) + " / " + bytes.string(slash + 1..<text.upperBound)
  }

  /// Where two names end that a text begins with and that somebody has written without blanks between: `fn/gn`. Nil where
  /// it begins with anything else.
  static func gluedEnd(_ bytes: Span<UInt8>, _ names: Range<Int>) -> Int? {
    guard let slash = gluedSlash(bytes, names) else { return nil }
    return KCSANFrame.symbolEnd(bytes, at: slash + 1, end: names.upperBound)
  }

  /// The slash between them.
  private static func gluedSlash(_ bytes: Span<UInt8>, _ names: Range<Int>) -> Int? {
    let slash = KCSANFrame.symbolEnd(bytes, at: names.lowerBound, end: names.upperBound)
    guard slash > names.lowerBound, bytes.has("/", at: slash, end: names.upperBound) else { return nil }
    let end = KCSANFrame.symbolEnd(bytes, at: slash + 1, end: names.upperBound)
    guard end > slash + 1, end == names.upperBound || bytes[end] <= 0x20 else { return nil }
    // A path is no pair of functions.
    let second = slash + 1..<end
    return [".c", ".h", ".S", ".rs"].contains { (ending: StaticString) in bytes.ends(ending, in: second) }
      ? nil : slash
  }
}
