/// Frames in a format that the user chose (`stack_trace_format`): anything may stand anywhere.
extension TSanFrame {
  /// Reads such a frame; nil when nothing in the line tells that it is one.
  ///
  /// - Parameter mayBeName: whether a name alone is enough, as it is right below a header.
  static func parseFree(_ bytes: Span<UInt8>, _ text: Range<Int>, mayBeName: Bool) -> TSanFrame? {
    var rest = bytes.trimmed(text)
    // `- FUNC ...`
    if bytes.has("- ", at: rest.lowerBound, end: rest.upperBound) {
      rest = bytes.trimmed(rest.lowerBound + 2..<rest.upperBound)
    }
    dropNumbers(bytes, &rest)
    let frame = named(bytes, rest) ?? visualStudio(bytes, rest) ?? parse(bytes, rest)
    return frame.isEvident(bytes, mayBeName: mayBeName) ? frame : nil
  }

  /// Whether the parts are those of a frame: a name with a place in the code, or a name alone. Fences, sentences,
  /// items of lists and statements are none.
  private func isEvident(_ bytes: Span<UInt8>, mayBeName: Bool) -> Bool {
    let hasAddress = moduleOffset != nil || counter != nil
    guard let first = function.first, let last = function.last else { return hasAddress }
    let isMethod = ["-[", "+["].contains { bytes.has($0, at: first, end: function.upperBound) }
    guard isMethod || Self.beginsName(bytes[first]), !Self.endsSentence(bytes[last]) else { return false }
    // Of words that dots are behind only a call is a frame.
    if isElided, bytes[last] != UInt8(ascii: ")") { return false }
    guard hasAddress || line >= 0 else {
      return mayBeName && !bytes.hasBlankOutsideBrackets(function) && hasLetter(bytes)
    }
    // Of names with blanks those of C++, Rust and Swift have parameters or a scope.
    return !bytes.hasBlankOutsideBrackets(function) || bytes.first("(", in: function) != nil
      || bytes.first("::", in: function) != nil
  }

  /// Whether a letter is in the function's name.
  private func hasLetter(_ bytes: Span<UInt8>) -> Bool {
    function.contains { bytes[$0].isLetter || bytes[$0] >= 0x80 }
  }

  /// Whether names of functions begin with such a byte; those of Objective-C's methods begin otherwise.
  private static func beginsName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...0xFF,
      UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: "("),
      UInt8(ascii: "{"), UInt8(ascii: "?"), UInt8(ascii: "&"):
      true
    default: false
    }
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"),
      UInt8(ascii: "`"), UInt8(ascii: "*"):
      true
    default: false
    }
  }

  /// Drops the frame's number at either end: `[0] FUNC`, `FUNC #0`.
  private static func dropNumbers(_ bytes: Span<UInt8>, _ rest: inout Range<Int>) {
    if rest.count > 2, bytes[rest.lowerBound] == UInt8(ascii: "["),
      let (_, end) = bytes.decimal(at: rest.lowerBound + 1, end: rest.upperBound),
      bytes.has("]", at: end, end: rest.upperBound)
    {
      rest = bytes.trimmed(end + 1..<rest.upperBound)
    }
    if let (_, before) = number(bytes, rest), before > rest.lowerBound, bytes[before] == UInt8(ascii: "#"),
      bytes[before - 1] == 0x20
    {
      rest = bytes.trimmed(rest.lowerBound..<before)
    }
  }

  /// `frame=0 pc=0xHEX func=FUNC loc=FILE:LINE:COLUMN`
  private static func named(_ bytes: Span<UInt8>, _ text: Range<Int>) -> TSanFrame? {
    guard let function = bytes.first("func=", in: text),
      function == text.lowerBound || bytes[function - 1] == 0x20
    else { return nil }
    let start = function + 5
    guard let place = bytes.first(" loc=", in: start..<text.upperBound) else {
      return parse(bytes, start..<text.upperBound)
    }
    var frame = parse(bytes, place + 5..<text.upperBound)
    if frame.file.isEmpty, !isPlaceholder(bytes, frame.function) { frame.file = frame.function }
    frame.function = start..<place
    return frame
  }

  /// `FILE(LINE,COLUMN): FUNC`
  private static func visualStudio(_ bytes: Span<UInt8>, _ text: Range<Int>) -> TSanFrame? {
    guard let colon = bytes.first("): ", in: text) else { return nil }
    var path = text.lowerBound..<colon + 1
    var frame = TSanFrame()
    guard frame.takeLine(bytes, &path) else { return nil }
    if isPlaceholder(bytes, path) { frame.line = -1 } else { frame.file = path }
    frame.function = bytes.trimmed(colon + 3..<text.upperBound)
    return frame
  }
}
