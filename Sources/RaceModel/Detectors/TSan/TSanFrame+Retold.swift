/// Frames as people write them who retell a report, or a program that makes them shorter.
extension TSanFrame {
  /// Reads what stands behind a frame's number: what `parse` reads, or one of these.
  ///
  ///     FUNC (FILE:LINE:COLUMN)
  ///     FUNC at FILE:LINE:COLUMN
  ///     FUNC in FILE:LINE
  ///     FUNC - FILE:LINE
  ///
  /// Without the number before them they are prose.
  static func parseRetold(_ bytes: Span<UInt8>, _ text: Range<Int>) -> TSanFrame {
    var frame = parse(bytes, text)
    // Whoever retells a frame leaves its module out; one with a module is the detector's own.
    guard frame.moduleOffset == nil, frame.module.isEmpty, frame.counter == nil else { return frame }
    if frame.file.isEmpty { frame.takeBracketedSource(bytes) }
    if !frame.file.isEmpty { frame.dropWord(bytes) }
    return frame
  }

  /// Whether what stands behind a frame's number has a place, in whatever form.
  static func hasAnyPlace(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    parseRetold(bytes, text).hasPlace(bytes, text)
  }

  /// Takes `(FILE:LINE:COLUMN)` off the end of the function.
  private mutating func takeBracketedSource(_ bytes: Span<UInt8>) {
    guard let last = function.last, let open = Self.opening(bytes, function, close: last),
      bytes[open] == UInt8(ascii: "("), open > function.lowerBound
    else { return }
    var path = open + 1..<last
    guard takeLine(bytes, &path) else { return }
    guard Self.isPath(bytes, path) else {
      (line, column) = (-1, -1)
      return
    }
    file = path
    function = bytes.trimmed(function.lowerBound..<open)
  }

  /// Whether a text in parentheses, with a line behind it, is a path: `/src/n.c`, `n.c`.
  private static func isPath(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    guard let first = text.first else { return false }
    if bytes[first] == UInt8(ascii: "/") { return true }
    return bytes.first(UInt8(ascii: "."), in: text) != nil && bytes.first(0x20, in: text) == nil
  }

  /// Takes the word off the function that stands between it and the place.
  private mutating func dropWord(_ bytes: Span<UInt8>) {
    for word: StaticString in [" at", " in", " -"] where bytes.ends(word, in: function) {
      let name = bytes.trimmed(function.lowerBound..<function.upperBound - word.utf8CodeUnitCount)
      // `operator -` is a name.
      guard !name.isEmpty, !bytes.ends("operator", in: name) else { return }
      function = name
      return
    }
  }
}
