/// The name of a Go test, and what a page, a string or a program has put behind it.
///
/// ```
/// === RUN   TestCart<br>          === RUN   TestCart$          === RUN   TestCart",stderr
/// ```
enum TestName {
  /// What the names of test functions begin with.
  static let beginnings: TextStarts = ["Test", "Benchmark", "Fuzz", "Example"]

  /// The name of a test function that a text begins with, where something else is right behind it. Nil where nothing is,
  /// where it may be the name of a subtest, which holds any signs, or that of another language's test.
  static func function(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Range<Int>? {
    guard beginnings.begin(bytes, text) else { return nil }
    var end = text.lowerBound
    while end < text.upperBound, isLetter(bytes[end]), !isInvisible(bytes, at: end, end: text.upperBound) {
      end += 1
    }
    guard end < text.upperBound, isTail(bytes, end..<text.upperBound) else { return nil }
    return goesOn(bytes, end..<text.upperBound) ? nil : text.lowerBound..<end
  }

  /// Whether a tag begins at a place.
  static func isTag(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Bool {
    MarkupText.begins(bytes, at: start, end: end)
      || ["<br>", "<br/", "<br "].contains { (tag: StaticString) in bytes.has(tag, at: start, end: end) }
  }

  /// Whether the name goes on as that of a subtest behind tags.
  static func goesOn(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    var index = text.lowerBound
    while let end = MarkupText.endOfTag(bytes, index..<text.upperBound) { index = end }
    return index > text.lowerBound && index < text.upperBound && bytes[index] == UInt8(ascii: "/")
  }

  /// Letters, digits and `_`, those that are not ASCII among them.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func isInvisible(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Bool {
    bytes[start] >= 0x80
      && (bytes.has("\u{200B}", at: start, end: end) || bytes.has("\u{200E}", at: start, end: end)
        || bytes.has("\u{A0}", at: start, end: end))
  }

  /// Whether a text is behind a name, and no part of it.
  private static func isTail(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    switch bytes[text.lowerBound] {
    case UInt8(ascii: "<"), UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"),
      UInt8(ascii: "|"), UInt8(ascii: "&"), 0x80...:
      true
    // `cat -A`, and a string that goes on in the next line. Letters may be escaped by a backslash.
    case UInt8(ascii: "$"), UInt8(ascii: "\\"): bytes.trimmed(text).count == 1
    case UInt8(ascii: "^"): bytes.has("^M", at: text.lowerBound, end: text.upperBound)
    default: false
    }
  }
}
