/// A frame of a kernel stack: `fn+0x1d/0x30 [module]`, and what the tools make of it that look up
/// source lines:
///
/// - syzkaller: `fn+0x1d/0x30 net/core/dev.c:7019`, `fn include/linux/skbuff.h:2139 [inline]`
/// - `decode_stacktrace.sh`: `fn (include/linux/skbuff.h:2139 net/core/dev.c:7019) module`, with `?` for an unknown line
struct KCSANFrame {
  /// The function; a `? ` before it stays: the unwinder is not sure of the frame. Empty for an address.
  var function: Range<Int>
  /// Everything else.
  var place = FramePlace()
  /// Whether it has an offset, the digits of which may be left out: `fn+0x.../0x...`.
  private(set) var hasOffset = false
  /// The places of calls that were inlined into the function, as they stand in the line; empty when none is given.
  /// The first is the innermost one. What was called there has no name in the line.
  var inlined = 0..<0
  /// Where `scripts/faddr2line` has put the places of the calls that were inlined, and the function's own, each with its
  /// name; empty when it has not.
  var named = 0..<0
  /// What somebody wrote behind it.
  var annotation: Range<Int>?
  /// Whether its end was cut off; it has no place then.
  var isCut = false

  /// Reads a line that is a frame and nothing else.
  static func parse(_ bytes: Span<UInt8>, _ range: Range<Int>) -> KCSANFrame? {
    let end = range.upperBound
    let start = nameStart(bytes, range)
    let nameEnd = symbolEnd(bytes, at: start, end: end)
    guard nameEnd > start else { return nil }
    if let (address, after) = bytes.hexadecimal(at: start, end: end) {
      guard after == end, address.digits > 7 else { return nil }
      return KCSANFrame(function: 0..<0, place: FramePlace(moduleOffset: address))
    }
    var frame = KCSANFrame(function: range.lowerBound..<nameEnd)
    let index = frame.readOffset(bytes, at: nameEnd, end: end)
    var bare = frame
    if frame.readPlace(bytes, index..<end) { return frame }
    bare.isCut = bare.hasCutEnd(bytes, index..<end)
    return bare.isCut ? bare : nil
  }

  /// Where the name begins: after the `? ` of a frame that the unwinder is not sure of.
  static func nameStart(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int {
    bytes.has("? ", at: line.lowerBound, end: line.upperBound) ? line.lowerBound + 2 : line.lowerBound
  }

  /// Reads `+0x1d/0x30`, or what is left of it without the digits.
  ///
  /// - Returns: where it ends.
  private mutating func readOffset(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int {
    guard bytes.has("+0x", at: start, end: end),
      let (offset, after) = bytes.address(at: start + 1, end: end)
    else { return start }
    (place.offset, hasOffset) = (offset, true)
    guard bytes.has("/0x", at: after, end: end) else { return after }
    return bytes.address(at: after + 1, end: end)?.end ?? after
  }

  /// The place behind the symbol that begins at `start`.
  static func symbolEnd(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int {
    var index = start
    while index < end, isSymbol(bytes[index]) { index += 1 }
    return index
  }

  /// Whether names of functions and modules have such a byte.
  static func isSymbol(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "$"):
      true
    default: false
    }
  }

  /// Reads what stands behind function and offset: module and source line, in any order.
  private mutating func readPlace(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    var isDecoded = false
    while index < range.upperBound {
      guard bytes[index] == 0x20 || bytes[index] == 0x09 else { return false }
      var start = index + 1
      while start < range.upperBound, bytes[start] <= 0x20 { start += 1 }
      guard start < range.upperBound else { break }
      // Some begin and end with a parenthesis, as the places of `decode_stacktrace.sh` do.
      if hasOffset, let end = Self.namedPlaceEnd(bytes, start..<range.upperBound) {
        named = (named.isEmpty ? start : named.lowerBound)..<end
        index = end
        continue
      }
      if bytes.has("(", at: start, end: range.upperBound) {
        guard let close = bytes.last(UInt8(ascii: ")"), in: start..<range.upperBound) else { return false }
        isDecoded = readPlaces(bytes, start + 1..<close) || isDecoded
        index = close + 1
        continue
      }
      let rest = start..<range.upperBound
      if Annotation.isMark(bytes, rest) || Elision.isIn(bytes, rest) {
        annotation = start..<range.upperBound
        break
      }
      index = bytes.wordEnd(in: start..<range.upperBound)
      if let quote = bytes.first(UInt8(ascii: "`"), in: start..<index), quote > start,
        readFile(bytes, start..<quote)
      {
        // The end of a raw string that the report was copied into.
        annotation = quote..<range.upperBound
        break
      }
      if bytes.has("[", at: start, end: index) {
        index = bytes.first(UInt8(ascii: "]"), in: start..<range.upperBound).map { $0 + 1 } ?? index
        guard readBrackets(bytes, start..<index) else { return false }
      } else {
        guard !readFile(bytes, start..<index) else { continue }
        // The script takes the brackets off a module.
        guard isDecoded else { return false }
        place.module = start..<index
      }
    }
    // A name alone is a word; what the tools looked up makes it a frame.
    if hasOffset || isDecoded { return true }
    return place.line >= 0 && (place.isInlined || isSource(bytes, place.file))
  }

  /// Whether a path is one of the kernel's: syz-symbolize leaves the offset out where it puts places in a column.
  private func isSource(_ bytes: Span<UInt8>, _ path: Range<Int>) -> Bool {
    bytes.first(UInt8(ascii: "/"), in: path) != nil && Self.endsAsFile(bytes, path)
  }

  /// Whether a text ends as the names of source files do.
  static func endsAsFile(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    [".c", ".h", ".S", ".rs"].contains { bytes.ends($0, in: text) }
  }

  /// Reads `[inline]`, `[module]` or `[module BUILD-ID]`.
  private mutating func readBrackets(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 2, bytes[range.upperBound - 1] == UInt8(ascii: "]") else { return false }
    let text = range.lowerBound + 1..<range.upperBound - 1
    if bytes.has("inline]", at: text.lowerBound, end: range.upperBound) {
      place.isInlined = true
    } else if Elision.isIn(bytes, range) {
      annotation = range
    } else {
      place.module = bytes.upToBlank(text)
    }
    return true
  }

  /// Reads `FILE:LINE`, or `FILE:?` where the tools know the file alone.
  mutating func readFile(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let colon = bytes.last(UInt8(ascii: ":"), in: range), colon > range.lowerBound,
      // The end of a link that somebody's program has made of the file's name.
      bytes[colon - 1] != UInt8(ascii: ")"), bytes[colon - 1] != UInt8(ascii: ">"),
      case let file = range.lowerBound..<colon, !Self.holdsPlace(bytes, file),
      let line = Self.line(bytes, colon + 1..<range.upperBound, of: file)
    else { return false }
    place.file = file
    place.line = line
    return true
  }

  /// The line behind a file's name: a number, or -1 for `?`. Nil where it is neither.
  private static func line(_ bytes: Span<UInt8>, _ text: Range<Int>, of file: Range<Int>) -> Int? {
    if bytes.equals("?", text) { return endsAsFile(bytes, file) ? -1 : nil }
    guard let (line, end) = bytes.decimal(at: text.lowerBound, end: text.upperBound), end == text.upperBound
    else { return nil }
    return line
  }

  /// Whether a path goes on right behind another place, as two lines that were joined without a blank do:
  /// `net/core/dev.c:?net/core/dev.c`
  static func holdsPlace(_ bytes: Span<UInt8>, _ path: Range<Int>) -> Bool {
    guard let colon = bytes.first(UInt8(ascii: ":"), in: path) else { return false }
    var end = colon + 1
    while end < path.upperBound, bytes[end].isDigit || bytes[end] == UInt8(ascii: "?") { end += 1 }
    return end > colon + 1 && end < path.upperBound
  }

  /// Reads what stands in the parentheses of `decode_stacktrace.sh`: the places of the calls that were
  /// inlined, innermost first, and at last the function's own.
  private mutating func readPlaces(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var isDecoded = false
    var rest = range
    while let word = Self.nextWord(bytes, &rest) {
      if readFile(bytes, word) {
        isDecoded = true
        inlined = range.lowerBound..<word.lowerBound
      } else if bytes.has("??:?", at: word.lowerBound, end: word.upperBound) {
        isDecoded = true
      }
    }
    return isDecoded
  }

  /// Takes the next inlined call off the places.
  mutating func nextInlined(_ bytes: Span<UInt8>) -> FramePlace? {
    while let word = Self.nextWord(bytes, &inlined) {
      var frame = KCSANFrame(function: 0..<0)
      guard frame.readFile(bytes, word) else { continue }
      frame.place.isInlined = true
      return frame.place
    }
    return nil
  }

  /// Takes a word off the beginning of a text; nil when there is none.
  static func nextWord(_ bytes: Span<UInt8>, _ text: inout Range<Int>) -> Range<Int>? {
    let start = bytes.trimmed(text).lowerBound
    guard start < text.upperBound else { return nil }
    let word = bytes.upToBlank(start..<text.upperBound)
    text = word.upperBound..<text.upperBound
    return word
  }
}

/// Lines below a frame that tell more of it.
extension KCSANFrame {
  /// Whether a line is no more than a place, a module, or both: the rest of a frame that a mail program has wrapped.
  static func isRest(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let first = line.first else { return false }
    if bytes[first] == UInt8(ascii: "[") {
      guard bytes[line.upperBound - 1] == UInt8(ascii: "]"), line.count > 2, !Elision.isIn(bytes, line) else {
        return false
      }
      return line.dropFirst().dropLast().allSatisfy {
        isSymbol(bytes[$0]) || bytes[$0] == 0x20 || bytes[$0] == UInt8(ascii: "-")
      }
    }
    var frame = KCSANFrame(function: 0..<0)
    let word = bytes.upToBlank(line)
    guard frame.readFile(bytes, word) else { return false }
    let rest = bytes.trimmed(word.upperBound..<line.upperBound)
    return rest.isEmpty || (bytes[rest.lowerBound] == UInt8(ascii: "[") && isRest(bytes, rest))
  }

  /// Whether a line is a place as `scripts/faddr2line` prints it.
  static func isNamedPlace(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    namedPlaceEnd(bytes, line) == line.upperBound
  }

  /// Where `(inlined by) FUNC at FILE:LINE (discriminator N)` ends; nil where a text begins with nothing of the kind.
  fileprivate static func namedPlaceEnd(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int? {
    namedPlace(bytes, text)?.end
  }

  private struct NamedPlace {
    var function: Range<Int>
    var word: Range<Int>
    var end: Int
  }

  private static func namedPlace(_ bytes: Span<UInt8>, _ text: Range<Int>) -> NamedPlace? {
    var start = text.lowerBound
    if bytes.has("(inlined by) ", at: start, end: text.upperBound) { start += 13 }
    let name = start..<symbolEnd(bytes, at: start, end: text.upperBound)
    guard !name.isEmpty, bytes.has(" at ", at: name.upperBound, end: text.upperBound) else { return nil }
    let word = bytes.upToBlank(name.upperBound + 4..<text.upperBound)
    var frame = KCSANFrame(function: 0..<0)
    guard frame.readFile(bytes, word) else { return nil }
    var end = word.upperBound
    if bytes.has(" (discriminator ", at: end, end: text.upperBound),
      let close = bytes.first(UInt8(ascii: ")"), in: end..<text.upperBound)
    {
      end = close + 1
    }
    return NamedPlace(function: name, word: word, end: end)
  }

  /// Takes the next call that was inlined off the places with names; the function's own place is the frame's.
  mutating func nextNamed(_ bytes: Span<UInt8>) -> KCSANFrame? {
    guard let next = Self.namedPlace(bytes, bytes.trimmed(named)) else {
      named = 0..<0
      return nil
    }
    named = next.end..<named.upperBound
    var frame = KCSANFrame(function: next.function)
    guard frame.readFile(bytes, next.word) else { return nil }
    let isOwn =
      next.function.count == function.count
      && zip(next.function, function).allSatisfy { bytes[$0] == bytes[$1] }
    if isOwn, bytes.trimmed(named).isEmpty {
      (place.file, place.line) = (frame.place.file, frame.place.line)
      named = 0..<0
      return nil
    }
    frame.place.isInlined = true
    return frame
  }
}
