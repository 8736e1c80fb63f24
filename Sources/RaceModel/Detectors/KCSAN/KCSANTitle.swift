/// `BUG: KCSAN: data-race in F / G`, `BUG: KCSAN: assert: race in F+0x71/0xd0`.
enum KCSANTitle {
  static let mark = TitleMark(warning: "BUG: ", name: "KCSAN: ")

  /// Where a title stands in a line: from its first word to the line's end nothing but it.
  static func find(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard let found = bytes.first("KCSAN: ", in: range), bytes.ends("BUG: ", in: range.lowerBound..<found),
      case let end = bytes.trimmed(range).upperBound,
      let names = names(bytes, found - 5..<(cutEnd(bytes, found - 5..<end) ?? end)), isNames(bytes, names)
    else { return nil }
    return found - 5
  }

  /// Where the names end of a title, trimmed, that a viewer has cut inside the second one: `BUG: KCSAN: data-race in F / g…`
  static func cutEnd(_ bytes: Span<UInt8>, _ title: Range<Int>) -> Int? {
    guard let mark = CutEnd.start(bytes, title), bytes[mark - 1] > 0x20,
      case let word = bytes.lastWordStart(in: title.lowerBound..<mark),
      bytes.ends(" / ", in: title.lowerBound..<word)
    else { return nil }
    return mark
  }

  /// Where a title stands that has lost its first characters, as the first line of a paste may have:
  /// `UG: KCSAN: data-race in F / G`. It is all of its line.
  static func findBeheaded(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let line = bytes.trimmed(range)
    guard mark.isBeheaded(bytes, line), let names = names(bytes, line), !names.isEmpty, isNames(bytes, names)
    else { return nil }
    return line.lowerBound
  }

  /// The same with something behind the names that is no symbol; nil where nothing is.
  static func mention(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard let found = bytes.first("KCSAN: ", in: range), bytes.ends("BUG: ", in: range.lowerBound..<found),
      let end = end(bytes, found - 5..<range.upperBound), !bytes.trimmed(end..<range.upperBound).isEmpty
    else { return nil }
    return found - 5
  }

  /// Where the names of a title end: one with an offset, or two; nil when they are not there.
  static func end(_ bytes: Span<UInt8>, _ title: Range<Int>) -> Int? {
    guard let names = names(bytes, title) else { return nil }
    guard let first = symbolEnd(bytes, at: names.lowerBound, end: names.upperBound) else { return nil }
    if let pair = gluedEnd(bytes, names) { return pair }
    if bytes.has(" / ", at: first, end: names.upperBound),
      let second = symbolEnd(bytes, at: first + 3, end: names.upperBound)
    {
      return second
    }
    let isSure =
      bytes.first("+0x", in: names.lowerBound..<first) ?? bytes.first(" (", in: names.lowerBound..<first)
    return isSure == nil ? nil : first
  }

  /// Where `fn`, `fn+0x71/0xd0`, `fn [module]` or, where `decode_stacktrace.sh` looked it up, `fn (FILE:LINE) module`
  /// ends; nil when there is no name.
  private static func symbolEnd(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
    var index = KCSANFrame.symbolEnd(bytes, at: start, end: end)
    guard index > start else { return nil }
    for mark: StaticString in ["+0x", "/0x"] where bytes.has(mark, at: index, end: end) {
      index = bytes.hexadecimal(at: index + 1, end: end)?.end ?? index
    }
    if let places = placesEnd(bytes, at: index, end: end) {
      index = places
      // The script takes the brackets off a module.
      let module = KCSANFrame.symbolEnd(bytes, at: min(index + 1, end), end: end)
      let isModule = bytes.has(" ", at: index, end: end) && module > index + 1
      if isModule, module == end || bytes[module] == 0x20 { index = module }
    }
    if bytes.has(" [", at: index, end: end), let close = bytes.first(UInt8(ascii: "]"), in: index..<end),
      isModule(bytes, index + 1..<close + 1)
    {
      return close + 1
    }
    return index
  }

  /// Where ` (FILE:LINE FILE:LINE)` ends; nil when nothing of the kind is at `start`.
  private static func placesEnd(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
    guard bytes.has(" (", at: start, end: end),
      let close = bytes.first(UInt8(ascii: ")"), in: start..<end),
      let colon = bytes.last(UInt8(ascii: ":"), in: start..<close),
      bytes.decimal(at: colon + 1, end: close) != nil || bytes.has("?", at: colon + 1, end: close)
    else { return nil }
    return close + 1
  }

  /// `[module]`
  private static func isModule(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    let name = word.lowerBound + 1..<max(word.lowerBound + 1, word.upperBound - 1)
    return !name.isEmpty && bytes[name.upperBound] == UInt8(ascii: "]")
      && name.allSatisfy { bytes[$0] == UInt8(ascii: "-") || KCSANFrame.isSymbol(bytes[$0]) }
  }

  /// Whether the title is of an assertion that failed.
  static func isAssert(_ bytes: Span<UInt8>, _ title: Range<Int>) -> Bool {
    bytes.has("assert", at: mark.end(bytes, title), end: title.upperBound)
  }

  /// Whether the line may have lost its end: the kernel prints one name alone only with an offset.
  static func mayGoOn(_ bytes: Span<UInt8>, _ title: Range<Int>) -> Bool {
    guard let names = names(bytes, title) else { return false }
    if names.isEmpty || bytes[names.upperBound - 1] == UInt8(ascii: "/") { return true }
    return bytes.first(" / ", in: names) == nil && gluedEnd(bytes, names) == nil
      && bytes.first("+0x", in: names) == nil && bytes.first(" (", in: names) == nil
  }

  /// What stands behind `in`.
  private static func names(_ bytes: Span<UInt8>, _ title: Range<Int>) -> Range<Int>? {
    let start = mark.end(bytes, title)
    for words: StaticString in ["data-race", "assert: race"]
    where bytes.has(words, at: start, end: title.upperBound) {
      let wordsEnd = start + words.utf8CodeUnitCount
      let rest = bytes.trimmed(wordsEnd..<title.upperBound)
      // A mail program has wrapped it before the names.
      if rest.isEmpty { return rest }
      guard rest.lowerBound > wordsEnd, bytes.has("in", at: rest.lowerBound, end: rest.upperBound) else {
        return nil
      }
      let end = rest.lowerBound + 2
      guard end == title.upperBound || bytes[end] <= 0x20 else { return nil }
      return bytes.trimmed(end..<title.upperBound)
    }
    return nil
  }

  /// Whether a text is one or two symbols with offsets and modules; it may be cut off.
  private static func isNames(_ bytes: Span<UInt8>, _ names: Range<Int>) -> Bool {
    if let first = symbolEnd(bytes, at: names.lowerBound, end: names.upperBound),
      bytes.first(" (", in: names.lowerBound..<first) != nil
    {
      if first == names.upperBound { return true }
      guard bytes.has(" / ", at: first, end: names.upperBound) else { return false }
      return symbolEnd(bytes, at: first + 3, end: names.upperBound) == names.upperBound
    }
    var symbols = 0
    var index = names.lowerBound
    while index < names.upperBound {
      let start = index
      index = bytes.wordEnd(in: index..<names.upperBound)
      let word = start..<index
      if word.count == 1, bytes[start] == UInt8(ascii: "/") {
        guard symbols == 1 else { return false }
      } else if bytes[start] == UInt8(ascii: "[") {
        let isCut = bytes[index - 1] == UInt8(ascii: "=")
        guard symbols > 0, isCut || isModule(bytes, word) else { return false }
      } else if symbols == 0, gluedEnd(bytes, word) == word.upperBound {
        symbols = 2
      } else {
        symbols += 1
        guard isName(bytes, word) else { return false }
        // Two names with nothing between them are words of a sentence.
        if symbols == 2, !bytes.ends("/", in: bytes.trimmed(names.lowerBound..<start)) { return false }
      }
      while index < names.upperBound, bytes[index] <= 0x20 { index += 1 }
    }
    return symbols <= 2
  }

  /// `fn`, `fn+0x71/0xd0`; `=` at the end is the cut of a mail's encoding.
  private static func isName(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    let end = KCSANFrame.symbolEnd(bytes, at: word.lowerBound, end: word.upperBound)
    if end == word.upperBound { return end > word.lowerBound }
    if end == word.upperBound - 1, bytes[end] == UInt8(ascii: "=") { return true }
    return end > word.lowerBound && bytes.has("+0x", at: end, end: word.upperBound)
  }
}
