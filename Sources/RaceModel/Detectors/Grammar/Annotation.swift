/// What a person wrote behind a line of a report.
///
/// ```
///   main.add()                     <-- here
///   main.main()                    <<<< AND HERE
///       /app/main.go:8 +0x44       // n++
///     #1 main main.c:21 (app+0x1)  # starts the thread
/// ```
enum Annotation {
  /// What such words begin with, behind a blank.
  private static let marks: TextStarts = [
    "<-", "<=", "<<", "->", "=>", "//", "# ", "/*", "--", "!!", ";;", "^",
  ]
  private static let signs: [StaticString] = ["←", "⟵", "⇐", "⇦", "⬅", "◀", "◄", "👈", "→"]

  /// The words that a text is, blanks before them aside; nil when it is anything else.
  static func range(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Range<Int>? {
    let words = bytes.trimmed(text)
    guard let first = words.first, first > text.lowerBound, isMark(bytes, words) else { return nil }
    return words
  }

  /// The words behind the beginning of a line that is whole; nil when there are none. Brackets are the last that is
  /// tried: names and modules have them, too.
  static func range(
    _ bytes: Span<UInt8>, behind line: Range<Int>, where isWhole: (Range<Int>) -> Bool
  ) -> Range<Int>? {
    words(bytes, line, isMark, where: isWhole) ?? words(bytes, line, isBracket, where: isWhole)
  }

  private static func words(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ isMark: (Span<UInt8>, Range<Int>) -> Bool,
    where isWhole: (Range<Int>) -> Bool
  ) -> Range<Int>? {
    var from = line.lowerBound + 1
    var tries = 0
    while tries < 8, from < line.upperBound,
      let blank = bytes.first(0x20, or: 0x09, in: from..<line.upperBound)
    {
      let words = bytes.trimmed(blank..<line.upperBound)
      from = max(words.lowerBound, blank + 1)
      guard !words.isEmpty, isMark(bytes, words) else { continue }
      tries += 1
      let own = bytes.trimmed(line.lowerBound..<blank)
      // `operator <<`
      if !bytes.ends("operator", in: own), isWhole(own) { return words }
    }
    return nil
  }

  /// Whether such words stand behind a blank in a text: a path that holds blanks seems to have them, too.
  static func isIn(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    var from = text.lowerBound
    while let blank = bytes.first(0x20, or: 0x09, in: from..<text.upperBound) {
      let words = bytes.trimmed(blank..<text.upperBound)
      if words.isEmpty { return false }
      if isMark(bytes, words) { return true }
      from = words.lowerBound
    }
    return false
  }

  /// Words in parentheses, no module among them.
  private static func isBracket(_ bytes: Span<UInt8>, _ words: Range<Int>) -> Bool {
    bytes.has("(", at: words.lowerBound, end: words.upperBound) && bytes.first("+0x", in: words) == nil
      && bytes.first("BuildId", in: words) == nil
  }

  /// Whether a person's words may begin so.
  static func isMark(_ bytes: Span<UInt8>, _ words: Range<Int>) -> Bool {
    if marks.begin(bytes, words) { return true }
    guard let first = words.first, bytes[first] >= 0x80 else { return false }
    return signs.contains { bytes.has($0, at: first, end: words.upperBound) }
  }
}
