/// Frames of which somebody has left out the rest, or put something else in its place.
extension TSanFrame {
  /// Takes dots off the end that are in the place of the rest: `push(int) ...`, `push(int) [...]`
  mutating func dropElision(_ bytes: Span<UInt8>, _ rest: inout Range<Int>) {
    guard let sign = TSanElision.rest(bytes, rest) else { return }
    rest = bytes.trimmed(rest.lowerBound..<sign)
    isElided = true
  }

  /// Drops the variable of a script that is in the place of the module, behind a place: `FUNC FILE:LINE ${_tsan}`
  ///
  /// - Returns: whether there was one.
  func dropPlaceholder(_ bytes: Span<UInt8>, _ rest: inout Range<Int>) -> Bool {
    guard let last = rest.last, bytes[last] == UInt8(ascii: "}") else { return false }
    let start = bytes.lastWordStart(in: rest)
    guard bytes.has("${", at: start, end: last) || bytes.has("{{", at: start, end: last) else { return false }
    let before = bytes.trimmed(rest.lowerBound..<start)
    var (place, path) = (TSanFrame(), before)
    guard place.takeLine(bytes, &path) || bytes.ends(" <null>", in: before) else { return false }
    rest = before
    return true
  }

  /// Takes a file of which the line is not known off the end: `FUNC /src/duck.c:?`
  ///
  /// - Returns: whether there was one.
  mutating func takeFileWithoutLine(_ bytes: Span<UInt8>, _ rest: inout Range<Int>) -> Bool {
    let path = rest.lowerBound..<rest.upperBound - 2
    guard let start = Self.pathStart(bytes, path, isSure: true), start > rest.lowerBound,
      case let name = start..<path.upperBound, SourceName.isIn(bytes, name)
    else { return false }
    file = name
    rest = bytes.trimmed(rest.lowerBound..<start)
    return true
  }

  /// Whether a word at the end of a frame, with no line behind it, is a file. The last word of a name that was cut may
  /// hold a dot, too: then there is no module.
  static func looksLikeFile(_ bytes: Span<UInt8>, _ word: Range<Int>, isWhole: Bool) -> Bool {
    guard bytes.first(UInt8(ascii: "."), in: word) != nil else { return false }
    return isWhole || bytes.first(UInt8(ascii: "/"), in: word) != nil || SourceName.isIn(bytes, word)
  }
}
