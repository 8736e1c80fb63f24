/// A function and its place on one line, as people and their programs put them.
///
/// ```
/// main.run() /src/main.go:26 +0x1d  // words
/// main.run() (/src/main.go:26)
/// main.run() at /src/main.go:26
/// main.run: /src/main.go:26
/// - `main.run()` at `/src/main.go:26`
/// ```
enum GoFrameLine {
  /// What stands between a function and its place.
  private static let links: [StaticString] = ["at ", "in ", "- ", "-> ", "=> ", "@ ", "– ", "— ", "→ "]
  /// What somebody's words behind a place begin with.
  private static let marks: [StaticString] = [" //", " #", " <-", " --", "\t//", "\t#"]

  /// What somebody puts around a place.
  private static let pairs: [(open: UInt8, close: StaticString)] = [
    (UInt8(ascii: "("), ")"), (UInt8(ascii: "["), "]"), (UInt8(ascii: "<"), ">"), (UInt8(ascii: "`"), "`"),
  ]

  /// The function's name and the place; nil where the line is anything else.
  static func parse(_ bytes: Span<UInt8>, _ whole: Range<Int>) -> (name: Range<Int>, place: GoPlace)? {
    let line = ListMark.end(bytes, whole).map { bytes.trimmed($0..<whole.upperBound) } ?? whole
    guard let function = Self.function(bytes, line),
      let place = Self.place(bytes, function.end..<line.upperBound),
      bytes.first(" +0x", in: place.file) == nil
    else { return nil }
    // Many words hold a dot: without parentheses it takes a whole path to tell that it is a function.
    let isCalled = bytes.has("()", at: function.name.upperBound, end: line.upperBound)
    guard isCalled || place.hasOffset || GoPlace.isRooted(bytes, place.file) else { return nil }
    return (function.name, place)
  }

  /// The frame behind a comment, where somebody has put both on one line: `// writer main.run() /src/main.go:2 +0x1d`
  static func behindComment(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    guard bytes.has("//", at: line.lowerBound, end: line.upperBound) else { return nil }
    var from = line.lowerBound
    for _ in 0..<16 {
      guard let blank = bytes.first(0x20, in: from..<line.upperBound) else { return nil }
      let rest = bytes.trimmed(blank..<line.upperBound)
      if let frame = parse(bytes, rest), frame.place.hasOffset { return rest }
      from = rest.lowerBound
    }
    return nil
  }

  /// Whether a line is a function and the beginning of a path, the rest of which may be on the next line:
  /// `main.run() /home/ann/src/my-`
  static func endsInPath(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let call = bytes.first("() ", in: line),
      let name = GoLine.functionName(bytes, line.lowerBound..<call + 2),
      GoBareFunction.isQualified(bytes, name), case let path = bytes.trimmed(call + 2..<line.upperBound),
      GoPlace.isRooted(bytes, path)
    else { return false }
    return bytes.first("()", in: path) == nil && GoPlace.parse(bytes, path) == nil
  }

  /// The function that a line begins with, and where what belongs to it ends.
  private static func function(
    _ bytes: Span<UInt8>, _ line: Range<Int>
  ) -> (name: Range<Int>, end: Int)? {
    if let code = code(bytes, line) { return code }
    if let call = bytes.first("()", in: line),
      let name = GoLine.functionName(bytes, line.lowerBound..<call + 2),
      GoBareFunction.isQualified(bytes, name)
    {
      return (name, call + 2)
    }
    guard var end = wordEnd(bytes, line), end > line.lowerBound else { return nil }
    if bytes[end - 1] == UInt8(ascii: ":") || bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
    return GoBareFunction.name(bytes, line.lowerBound..<end).map { ($0, end) }
  }

  /// The same where it is code in Markdown.
  private static func code(_ bytes: Span<UInt8>, _ line: Range<Int>) -> (name: Range<Int>, end: Int)? {
    let tick = UInt8(ascii: "`")
    guard let start = line.first, bytes[start] == tick,
      let end = bytes.first(tick, in: start + 1..<line.upperBound),
      let name = GoLine.functionName(bytes, start + 1..<end), GoBareFunction.isQualified(bytes, name)
    else { return nil }
    return (name, end + 1)
  }

  /// Where the first word ends: at a blank outside of brackets.
  private static func wordEnd(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    var depth = 0
    for index in line {
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case 0x20 where depth <= 0, 0x09 where depth <= 0: return index
      default: break
      }
    }
    return nil
  }

  /// The place behind a function, without what somebody put around it.
  private static func place(_ bytes: Span<UInt8>, _ text: Range<Int>) -> GoPlace? {
    var start = text.lowerBound
    if start < text.upperBound, bytes[start] == UInt8(ascii: ",") || bytes[start] == UInt8(ascii: ":") {
      start += 1
    }
    guard start < text.upperBound, bytes[start] <= 0x20 else { return nil }
    var rest = bytes.trimmed(start..<text.upperBound)
    for mark in marks {
      guard let words = bytes.first(mark, in: rest) else { continue }
      rest = bytes.trimmed(rest.lowerBound..<words)
    }
    if let link = links.first(where: { bytes.has($0, at: rest.lowerBound, end: rest.upperBound) }) {
      rest = bytes.trimmed(rest.lowerBound + link.utf8CodeUnitCount..<rest.upperBound)
    }
    if rest.count > 2, let pair = pairs.first(where: { $0.open == bytes[rest.lowerBound] }),
      bytes.ends(pair.close, in: rest)
    {
      rest = bytes.trimmed(rest.lowerBound + 1..<rest.upperBound - 1)
    }
    return GoPlace.parse(bytes, rest) ?? GoPlace.elided(bytes, rest)
  }
}
