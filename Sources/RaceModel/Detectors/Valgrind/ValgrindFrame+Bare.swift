/// Frames of which somebody took the addresses out, because they differ from run to run: `at peek (m.c:16)`,
/// `by start (in /lib/libc.so.6)`.
extension ValgrindFrame {
  /// Reads a trimmed line; nil when it may be prose.
  static func parseBare(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ValgrindFrame? {
    guard beginsBare(bytes, range), case let text = bytes.trimmed(range.lowerBound + 3..<range.upperBound),
      !text.isEmpty
    else { return nil }
    var frame = ValgrindFrame(function: text)
    frame.splitPlace(bytes)
    if !frame.hasPlace { frame.splitAnnotation(bytes) }
    guard frame.isName(bytes), frame.isPlace(bytes) else { return nil }
    frame.isBare = true
    return frame
  }

  /// Whether somebody left frames out of a stack: `by ...`
  static func isElision(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count > 3 && range.count <= 12 && beginsBare(bytes, range)
      && Elision.isSign(bytes, range.lowerBound + 3..<range.upperBound)
  }

  private static func beginsBare(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    bytes.has("by ", at: range.lowerBound, end: range.upperBound)
      || bytes.has("at ", at: range.lowerBound, end: range.upperBound)
  }

  /// Whether the function is one word, arguments aside, or has the scope and the arguments that prose has not.
  private func isName(_ bytes: Span<UInt8>) -> Bool {
    guard let first = function.first, Self.beginsName(bytes[first]) else { return false }
    guard bytes.hasBlankOutsideBrackets(function) else { return true }
    return bytes.first("(", in: function) != nil
      && (bytes.first("::", in: function) != nil || bytes.first("operator ", in: function) != nil)
  }

  private static func beginsName(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~")
      || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "<")
  }

  /// Whether the place is a file with an ending, or a module with its path.
  private func isPlace(_ bytes: Span<UInt8>) -> Bool {
    if !module.isEmpty { return bytes.first(UInt8(ascii: "/"), in: module) != nil }
    return bytes.first(UInt8(ascii: "."), in: file) != nil && bytes.first(0x20, in: file) == nil
  }
}
