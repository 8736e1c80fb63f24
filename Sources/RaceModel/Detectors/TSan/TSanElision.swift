/// What people put in the place of frames of ThreadSanitizer, their numbers with them or not.
///
/// ```
///     #0 push(int) ...
///     [snip]
///     #2 ...
///     #2-#9 boost::asio::...
/// ```
enum TSanElision {
  /// Whether a line, trimmed, says that lines were left out.
  static func isIn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    Elision.isIn(bytes, line) || isRange(bytes, line)
  }

  /// Whether what stands behind a frame's number is no frame: `...`, `[snip]`
  static func isInPlaceOfFrame(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    Elision.isSign(bytes, text)
  }

  /// Where such a sign begins that is the last word of a frame, in the place of its rest; nil where none is.
  static func rest(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int? {
    guard let last = text.last,
      bytes[last] == UInt8(ascii: ".") || mayEnd(bytes, text.lowerBound..<last)
    else { return nil }
    let word = bytes.lastWordStart(in: text)..<text.upperBound
    return word.lowerBound > text.lowerBound && isSign(bytes, word) ? word.lowerBound : nil
  }

  /// Whether the line of a frame ends with such a sign in brackets.
  @inline(__always)
  static func isAtEnd(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let last = line.last, mayEnd(bytes, line.lowerBound..<last) else { return false }
    // No name ends with a blank in brackets: `[ ... ]`.
    return bytes[last - 1] == 0x20 || isSign(bytes, bytes.lastWordStart(in: line)..<line.upperBound)
  }

  /// Whether a text may be the end of such a sign, a bracket behind it aside: of most frames the last byte tells.
  @inline(__always)
  private static func mayEnd(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    guard let last = text.last else { return false }
    switch bytes[last] {
    // The word `snip`, and the last byte of `…`.
    case UInt8(ascii: "."), UInt8(ascii: "p"), 0xA6, 0x20: return true
    default: return false
    }
  }

  /// Whether a word is such a sign. The last parameter of a function may be `...`, too: `log(char const*, ...)`.
  private static func isSign(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    isBalanced(bytes, word) && Elision.isSign(bytes, word)
  }

  private static let links: [StaticString] = ["-", "–", ".."]

  /// Whether a line begins with the numbers of the first and the last frame that were left out: `#2-#9`, `#2..9`.
  private static func isRange(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard bytes.has("#", at: line.lowerBound, end: line.upperBound),
      let (first, end) = bytes.decimal(at: line.lowerBound + 1, end: line.upperBound)
    else { return false }
    let link = links.first { bytes.has($0, at: end, end: line.upperBound) }
    guard let link else { return false }
    var index = end + link.utf8CodeUnitCount
    if bytes.has("#", at: index, end: line.upperBound) { index += 1 }
    guard let (last, after) = bytes.decimal(at: index, end: line.upperBound), last > first, last < 1000 else {
      return false
    }
    return after == line.upperBound || bytes[after] <= 0x20 || bytes[after] == UInt8(ascii: ":")
  }

  /// Whether the bracket that a word ends with is the one that it begins with.
  private static func isBalanced(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard let first = word.first, let last = word.last else { return false }
    switch bytes[last] {
    case UInt8(ascii: ")"): return bytes[first] == UInt8(ascii: "(")
    case UInt8(ascii: "]"): return bytes[first] == UInt8(ascii: "[")
    case UInt8(ascii: ">"): return bytes[first] == UInt8(ascii: "<")
    default: return true
    }
  }
}
