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

  /// Drops what `addr2line` says of a line that has several pieces of code: `FUNC FILE:LINE (discriminator 3)`
  static func dropDiscriminator(_ bytes: Span<UInt8>, _ rest: inout Range<Int>) {
    guard rest.count > 2, bytes[rest.upperBound - 1] == UInt8(ascii: ")"), bytes[rest.upperBound - 2].isDigit,
      let open = bytes.last(" (discriminator ", in: rest),
      bytes.decimal(at: open + 16, end: rest.upperBound)?.end == rest.upperBound - 1
    else { return }
    let before = bytes.trimmed(rest.lowerBound..<open)
    var (place, path) = (TSanFrame(), before)
    if place.takeLine(bytes, &path) { rest = before }
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
