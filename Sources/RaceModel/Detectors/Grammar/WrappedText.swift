/// What a line and the next one are together.
enum Rejoining {
  /// Two lines.
  case no
  /// The beginning of one line.
  case partly
  /// The same, unless no rest follows that ends it: then they are lines of their own.
  case doubtful
  /// One line.
  case whole
}

/// A line that was wrapped.
enum WrappedText {
  /// Whether a line ends as no line does that was wrapped: with one of the bytes, or with an offset, as places do.
  @inline(__always)
  static func isWhole(_ bytes: Span<UInt8>, _ line: Range<Int>, ends: ASCIISet) -> Bool {
    guard let last = bytes.lastVisible(in: line) else { return true }
    if ends.contains(bytes[last]) { return !endsInEquals(bytes, line.lowerBound..<last + 1) }
    return endsInOffset(bytes, line.lowerBound..<last + 1)
  }

  /// Whether a text ends with an offset behind a blank: ` +0x1d`.
  @inline(__always)
  static func endsInOffset(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let last = line.last else { return false }
    var index = last
    while index > line.lowerBound, hexDigit(bytes[index]) != nil { index -= 1 }
    return index < last && index - 3 > line.lowerBound && bytes[index] == UInt8(ascii: "x")
      && bytes[index - 1] == UInt8(ascii: "0") && bytes[index - 2] == UInt8(ascii: "+")
      && bytes[index - 3] == 0x20
  }

  /// Whether a text ends with an equals sign behind a blank, as no bar does: `FnOnce<(), Output =`.
  @inline(__always)
  static func endsInEquals(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    guard text.count > 2, bytes[text.upperBound - 1] == UInt8(ascii: "=") else { return false }
    return bytes[text.upperBound - 2] == 0x20
  }

  /// Whether a line ends with a colon that is not its end: `#0 main /src/main.cc:`, `by thread T1 (mutexes:`; or with a
  /// dot of a path: `#0 main /src/main.`, `#0 main /usr/lib/..`.
  static func isCutAtColon(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let last = bytes.lastVisible(in: line),
      bytes[last] == UInt8(ascii: ":") || bytes[last] == UInt8(ascii: ".")
    else { return false }
    let text = bytes.trimmed(line)
    if bytes[last] == UInt8(ascii: ".") {
      return bytes[text.lowerBound] == UInt8(ascii: "#") && !bytes.ends("...", in: text)
        && bytes.first(UInt8(ascii: "/"), in: bytes.lastWordStart(in: text)..<text.upperBound) != nil
    }
    return bytes[text.lowerBound] == UInt8(ascii: "#") || bytes.ends(" (mutexes:", in: text)
  }

  /// Whether a line ends with a bracket that no function's name ends with: `store.(*Cache[...])`.
  static func isCutAtBracket(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let last = bytes.lastVisible(in: line), last > line.lowerBound, bytes[last] == UInt8(ascii: ")")
    else { return false }
    return bytes[last - 1] != UInt8(ascii: "(")
  }

  /// What stood where a line was wrapped: a blank, where a program wraps between words, or nothing, where a terminal
  /// wraps. The more likely one is first.
  ///
  /// - Parameters:
  ///   - rest: the next line.
  ///   - width: how many bytes the physical line has.
  ///   - isTerminal: whether other lines were cut inside words at that width.
  static func separators(
    _ line: Span<UInt8>, _ rest: Span<UInt8>, width: Int, isTerminal: Bool
  ) -> [[UInt8]] {
    let word = line.lastWordStart(in: 0..<line.count)..<line.count
    // Paths hold no blanks as a rule: inside of one it was a terminal, unless its line number is there.
    let isInPath = line.first(UInt8(ascii: "/"), in: word) != nil || line.first("+0x", in: word) != nil
    let isWhole = line.last(UInt8(ascii: ":"), in: word).map {
      line.decimal(at: $0 + 1, end: line.count) != nil
    }
    let isCut = (isTerminal || terminals.contains(width)) && !beginsWord(line, rest)
    if line.count > 0, line[line.count - 1] == UInt8(ascii: ",") { return [[0x20], []] }
    if endsInEquals(line, 0..<line.count) { return [[0x20], []] }
    // No module, and no parameter, has a blank before it.
    if line.count > 0, line[line.count - 1] == UInt8(ascii: "(") { return [[], [0x20]] }
    // No name has a blank before its parameters: `...::operator` and `() /src/thread:258`.
    if rest.has("()", at: 0, end: rest.count), line.has("#", at: 0, end: line.count) { return [[], [0x20]] }
    let isInside = isInModule(line, word) || isEndOfFile(rest) || (isWhole == true && goesOnNumber(rest))
    return (isInPath && isWhole != true) || isCut || isInside ? [[], [0x20]] : [[0x20], []]
  }

  /// Whether a word is the beginning of a module in parentheses.
  private static func isInModule(_ line: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard word.count > 1, line[word.lowerBound] == UInt8(ascii: "("), line[0] == UInt8(ascii: "#") else {
      return false
    }
    return line.first(UInt8(ascii: ")"), in: word) == nil && line[word.upperBound - 1] != UInt8(ascii: ":")
  }

  /// Whether a text goes on with the number of a line or of a column.
  private static func goesOnNumber(_ rest: Span<UInt8>) -> Bool {
    rest[0] == UInt8(ascii: ":") || rest[0] &- 0x30 < 10
  }

  private static let terminals = [80, 100, 120, 132]

  /// Whether a text begins as no more than words of their own do that a blank is before: paths, modules, and addresses.
  private static func beginsWord(_ line: Span<UInt8>, _ rest: Span<UInt8>) -> Bool {
    if isEndOfFile(rest) { return false }
    switch rest[0] {
    case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: "<"): return true
    case UInt8(ascii: "0"):
      // Behind a sign it is a part of a word: `(app+0x4d2`.
      guard line.count > 0, case let last = line[line.count - 1], last.isLetter || last.isDigit else {
        return false
      }
      return rest.has("0x", at: 0, end: rest.count)
    default: return false
    }
  }

  /// Whether a text begins with the end of a file's name, and the number of a line: `.c:905)`.
  private static func isEndOfFile(_ rest: Span<UInt8>) -> Bool {
    guard rest[0] == UInt8(ascii: ".") else { return false }
    var index = 1
    while index < rest.count, rest[index].isLetter || rest[index] == UInt8(ascii: "+") { index += 1 }
    return index > 1 && rest.has(":", at: index, end: rest.count)
      && rest.decimal(at: index + 1, end: rest.count) != nil
  }
}
