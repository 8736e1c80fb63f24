/// A frame that a terminal has cut inside a word, and not between words.
///
/// ```
/// ==7==    at 0x109532: bake_all(Tray const&) (ove
/// n_controller.cpp:12)
/// ```
enum ValgrindCutFrame {
  /// Whether the blank that was put before a joint is inside a word, where none was: the two lines are one without it.
  static func hasBlankInWord(_ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int) -> Bool {
    let blank = joint - 1
    guard blank > line.lowerBound, bytes[blank] == 0x20, bytes.ends(")", in: line) else { return false }
    guard let frame = ValgrindFrame.parse(bytes, line), frame.hasPlace else {
      // Its place is one without the blank: `(oven.c:` and `12)`, `(oven.c:12` and `)`.
      let whole = bytes.bytes(line.lowerBound..<blank) + bytes.bytes(joint..<line.upperBound)
      return ValgrindWrapping.isWholeFrame(whole.span, 0..<whole.count)
    }
    // Names of files that hold blanks are rare, and more so those that were wrapped at one.
    if frame.file.lowerBound < joint, joint <= frame.file.upperBound { return true }
    return frame.function.contains(blank) && isInName(bytes, frame.function, blank)
  }

  /// Whether a blank is inside a name: before `::`, or between two parts of a function's own name, which holds one only
  /// behind the type that a template returns.
  private static func isInName(_ bytes: Span<UInt8>, _ function: Range<Int>, _ blank: Int) -> Bool {
    if bytes.has("::", at: blank + 1, end: function.upperBound) { return true }
    var end = blank + 1
    while end < function.upperBound, isOfName(bytes[end]) { end += 1 }
    guard end > blank + 1, end == function.upperBound || bytes[end] == UInt8(ascii: "("),
      blank > function.lowerBound, isOfName(bytes[blank - 1])
    else { return false }
    let before = function.lowerBound..<blank
    return bytes.first("operator", in: before) == nil
      && !bytes.leavesOpen(UInt8(ascii: "("), UInt8(ascii: ")"), in: before)
      && !bytes.leavesOpen(UInt8(ascii: "<"), UInt8(ascii: ">"), in: before)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_")
  }
}
