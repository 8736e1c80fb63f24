/// Paths with blanks in them that a terminal has cut before a slash.
///
/// ```
///   main.main()
///       C:/Users/Jane Doe/go/src/example.com/some/long/path/of
/// /the/module/main.go:14 +0x8e
/// ```
extension GoGrammar {
  /// Whether a line is the beginning of such a path, as it seems: it is right below its function and further in, where what
  /// a program prints is not.
  func beginsPathWithBlank(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    state == .frame && foreign.count == 0 && isFurtherIn(bytes, line) && Self.isPathWithBlank(bytes, line)
  }

  /// Whether a text is a path with a blank that lacks the number of a line. Comments and sentences begin as one, too.
  private static func isPathWithBlank(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    guard text.count >= shortest, GoPlace.isRooted(bytes, text),
      bytes[text.lowerBound] != UInt8(ascii: "/") || GoPlace.mayBeginPath(bytes[text.lowerBound + 1]),
      case let last = bytes.lastWordStart(in: text), last > text.lowerBound
    else { return false }
    return bytes.first(UInt8(ascii: "/"), in: last..<text.upperBound) != nil
      && GoPlace.parse(bytes, text) == nil
  }

  func rejoins(_ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int) -> Rejoining {
    mayBeCutAtBlank(bytes, line, at: joint) ? .no : rejoinsInWord(bytes, line, at: joint)
  }

  /// Whether a path that holds blanks may have been cut at another one of them: no more than a slash behind it shows that
  /// it was not.
  private func mayBeCutAtBlank(_ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int) -> Bool {
    let path = bytes.trimmed(line.lowerBound..<joint)
    return state == .frame && joint < line.upperBound && bytes[joint] != UInt8(ascii: "/")
      && Self.isPathWithBlank(bytes, path)
  }

  /// Whether a line is only the rest of a place.
  func isRestOfPath(_ bytes: Span<UInt8>, _ rest: Range<Int>) -> Bool {
    guard let first = rest.first else { return false }
    return bytes[first] != UInt8(ascii: "/") || bytes.first(UInt8(ascii: ":"), in: rest) != nil
  }

  /// Whether more blanks are before a text than before functions.
  private func isFurtherIn(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    var start = text.lowerBound
    while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
    return indent > 0 && text.lowerBound - start > indent
  }
}
