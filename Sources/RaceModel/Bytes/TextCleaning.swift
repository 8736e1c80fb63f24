/// Removes from a line what terminals, pagers and CI systems put into it.
enum TextCleaning {
  /// Whether a line holds anything that `clean` would remove or change.
  static func isNeeded(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.upperBound <= bytes.count else { return false }
    if bytes.isPlain(range) { return false }
    return bytes.withUnsafeBytes { buffer in
      var index = range.lowerBound
      while index + 8 <= range.upperBound {
        let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // The highest bit of each byte below 0x20, and of some bytes after such a one.
        let low = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
        if low | word & 0x8080_8080_8080_8080 != 0, isNeeded(buffer, index..<index + 8) { return true }
        index += 8
      }
      return isNeeded(buffer, index..<range.upperBound)
    } || hasBareEscape(bytes, range) || hasEntity(bytes, range) || MarkdownText.isIn(bytes, range)
  }

  /// Whether a line holds an escape sequence, also one that lost its first byte.
  static func hasEscape(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    bytes.first(0x1B, in: range) != nil || hasBareEscape(bytes, range)
  }

  @inline(__always)
  private static func isNeeded(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    range.contains { (bytes[$0] < 0x20 && bytes[$0] != 0x09) || Invisible.mayBegin(bytes[$0]) }
  }

  /// Appends `range` to `clean` without escape sequences and control bytes.
  ///
  /// A carriage return inside a line means that the following text overwrote the text before it. Blanks and
  /// escape sequences alone write nothing, except those that erase the line. The bytes 0x16, 0x0e and 0x0f
  /// frame lines of `go test -test.v=test2json`.
  static func clean(_ bytes: Span<UInt8>, _ range: Range<Int>, into clean: inout [UInt8]) {
    let lineStart = clean.count
    // The end of the text that is overwritten as soon as anything is written.
    var returned: Int?
    let isMarkdown = MarkdownText.hasEscapes(bytes, range)
    let hasLinks = MarkdownText.hasLink(bytes, range)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      let start = clean.count
      switch byte {
      case 0x1B:
        let escape = index
        index = endOfEscape(bytes, at: index, end: range.upperBound)
        if returned != nil, isErasure(bytes, escape..<index) {
          clean.removeSubrange(lineStart...)
          returned = nil
        }
      case 0x0D:
        returned = returned ?? clean.count
        index += 1
      case 0x80...: index = addCharacter(bytes, index, of: range, to: &clean)
      case UInt8(ascii: "&"):
        let entity = entity(bytes, at: index, end: range.upperBound)
        clean.append(entity?.value ?? byte)
        index = entity?.end ?? index + 1
      case UInt8(ascii: "\\") where isMarkdown && index + 1 < range.upperBound:
        clean.append(bytes[index + 1])
        index += 2
      case UInt8(ascii: "["), UInt8(ascii: "<"):
        if hasLinks, let link = MarkdownText.Link(bytes, at: index, end: range.upperBound) {
          clean.append(bytes, link.text)
          index = link.end
        } else if hasLinks, let link = MailLink(bytes, at: index, in: range) {
          if link.isBehindBlank, clean.count > lineStart { clean.removeLast() }
          index = link.end
        } else {
          index = addBracket(bytes, index, of: range, to: &clean, lineStart)
        }
      case 0x09, 0x20...:
        let text = index
        repeat { index += 1 } while index < range.upperBound && isPlain(bytes[index])
        clean.append(bytes, text..<index)
      default: index += 1
      }
      if let end = returned, clean.count > start, !clean.span.trimmed(start..<clean.count).isEmpty {
        clean.removeSubrange(lineStart..<end)
        returned = nil
      }
    }
  }

  /// Appends a non-ASCII character in plain form: a blank for an invisible one that acts as a blank, nothing for other
  /// invisible ones, plain letters for typographic ones.
  ///
  /// - Returns: where the next character begins.
  private static func addCharacter(
    _ bytes: Span<UInt8>, _ index: Int, of range: Range<Int>, to clean: inout [UInt8]
  ) -> Int {
    if let character = Invisible.find(bytes, index, in: range) {
      if character.isBlank { clean.append(0x20) }
      return index + character.count
    }
    if let letters = Typography.letters(bytes, index, in: range) {
      clean += letters.text
      return index + letters.count
    }
    clean.append(bytes[index])
    return index + 1
  }

  /// Appends a bracket, unless it begins an escape sequence that lost its first byte.
  ///
  /// - Returns: where the next character begins.
  private static func addBracket(
    _ bytes: Span<UInt8>, _ index: Int, of range: Range<Int>, to clean: inout [UInt8], _ lineStart: Int
  ) -> Int {
    if bytes[index] == UInt8(ascii: "["), let end = endOfBareEscape(bytes, at: index, end: range.upperBound) {
      removeEscapeMark(from: &clean, lineStart)
      return end
    }
    clean.append(bytes[index])
    return index + 1
  }

  /// Whether an escape sequence erases its line.
  private static func isErasure(_ bytes: Span<UInt8>, _ escape: Range<Int>) -> Bool {
    guard escape.count > 2, bytes[escape.lowerBound + 1] == UInt8(ascii: "[") else { return false }
    let last = bytes[escape.upperBound - 1]
    return last == UInt8(ascii: "K") || last == UInt8(ascii: "J")
  }

  /// The place after the escape sequence that starts at `start`: CSI, a string (OSC, DCS, APC, PM) up to its
  /// terminator, or two bytes. An unfinished string counts only as its introducer.
  private static func endOfEscape(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int {
    guard start + 1 < end else { return end }
    var index = start + 2
    switch bytes[start + 1] {
    case UInt8(ascii: "["):
      while index < end, !(0x40...0x7E).contains(bytes[index]) { index += 1 }
      return min(end, index + 1)
    case UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "P"), UInt8(ascii: "^"):
      while index < end {
        if bytes[index] == 0x07 { return index + 1 }
        if bytes[index] == 0x1B { return min(end, index + 2) }
        index += 1
      }
      return start + 2
    case UInt8(ascii: "("), UInt8(ascii: ")"): return min(end, start + 3)
    case 0x40...0x7E: return start + 2
    default: return start + 1
    }
  }

  /// Whether a byte needs no treatment.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\\"): false
    default: (0x20..<0x80).contains(byte) || byte == 0x09
    }
  }

  // MARK: Escape sequences that lost their first byte

  /// How programs write the first byte of an escape sequence: `cat -v`, syslog, languages.
  private static let escapeMarks: [StaticString] = [
    "^[", "#033", "\\x1b", "\\x1B", "\\033", "\\e", "\\u001b", "\u{241B}", "\u{FFFD}",
  ]

  /// Whether a sequence without its first byte, as web forms leave it, sets a colour: `[31m`.
  private static func hasBareEscape(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var from = range.lowerBound
    while let found = bytes.first(UInt8(ascii: "["), in: from..<range.upperBound) {
      if endOfBareEscape(bytes, at: found, end: range.upperBound) != nil { return true }
      from = found + 1
    }
    return false
  }

  private static func endOfBareEscape(_ bytes: Span<UInt8>, at bracket: Int, end: Int) -> Int? {
    var index = bracket + 1
    while index < end, bytes[index] &- 0x30 < 10 || bytes[index] == UInt8(ascii: ";") { index += 1 }
    guard index > bracket + 1, index < end, bytes[index] == UInt8(ascii: "m"),
      !isDuration(bytes, behind: index + 1, end: end)
    else { return nil }
    return index + 1
  }

  /// Whether a bracket holds minutes and seconds, or thousandths of seconds: `[1m0s]`, `[12m7.5s]`, `[998ms]`.
  private static func isDuration(_ bytes: Span<UInt8>, behind minutes: Int, end: Int) -> Bool {
    var index = minutes
    while index < end, bytes[index].isDigit || bytes[index] == UInt8(ascii: ".") { index += 1 }
    return bytes.has("s]", at: index, end: end)
  }

  private static func removeEscapeMark(from clean: inout [UInt8], _ lineStart: Int) {
    for mark in escapeMarks {
      let start = clean.count - mark.utf8CodeUnitCount
      guard start >= lineStart, clean.span.has(mark, at: start, end: clean.count) else { continue }
      clean.removeSubrange(start...)
      return
    }
  }
}
