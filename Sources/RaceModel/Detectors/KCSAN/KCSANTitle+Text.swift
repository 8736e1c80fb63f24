/// Titles as people write them.
extension KCSANTitle {
  /// A title's words as the kernel prints them.
  static func text(_ bytes: Span<UInt8>, _ title: Range<Int>) -> String {
    let text = bytes.trimmed(mark.end(bytes, title)..<title.upperBound)
    let last = bytes.lastWordStart(in: text)..<text.upperBound
    guard let slash = gluedSlash(bytes, last) else { return bytes.string(text) }
    return bytes.string(text.lowerBound..<slash) + " / " + bytes.string(slash + 1..<text.upperBound)
  }

  /// The end of two names at the start of a text that somebody wrote without blanks between: `fn/gn`. Nil for anything
  /// else.
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
    return KCSANFrame.endsAsFile(bytes, slash + 1..<end) ? nil : slash
  }
}
