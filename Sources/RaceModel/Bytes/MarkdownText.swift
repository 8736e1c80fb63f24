/// Undoes what rich text editors and mail gateways do to a line that they write as Markdown: a backslash
/// before Markdown's marks, and links for text that looks like an address or an issue number (CommonMark
/// 0.31, 2.4 and 6.3).
///
/// ```
/// main.(\*Box).Get()                                    main.(*Box).Get()
/// \#0 put\_it /src/a\_b.c:4:2 (app+0x21)                #0 put_it /src/a_b.c:4:2 (app+0x21)
/// /home/m/[box.go](http://box.go):11 +0xe7              /home/m/box.go:11 +0xe7
/// [/src/main.go:7](https://h/a/b/main.go#L7) +0x3a      /src/main.go:7 +0x3a
/// by thread [#3](https://github.com/a/b/issues/3)       by thread #3
/// ```
enum MarkdownText {
  /// Whether a line holds escapes, or links whose address tells no more than their text.
  static func isIn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    hasEscapes(bytes, line) || hasLink(bytes, line)
  }

  // MARK: Escapes

  /// Whether the backslashes of a line come from Markdown: one is before a mark that reports have, and all
  /// are before marks. Windows paths and strings of programs have others.
  static func hasEscapes(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var from = line.lowerBound
    var isEvident = false
    while let found = bytes.first(UInt8(ascii: "\\"), in: from..<line.upperBound) {
      guard found + 1 < line.upperBound, isMark(bytes[found + 1]), !isBehindDrive(bytes, found, in: line)
      else { return false }
      isEvident = isEvident || isEscape(bytes, found, line.upperBound)
      from = found + 2
    }
    return isEvident
  }

  /// Whether a backslash escapes a mark that reports have.
  static func isEscape(_ bytes: Span<UInt8>, _ backslash: Int, _ end: Int) -> Bool {
    guard backslash + 1 < end else { return false }
    switch bytes[backslash + 1] {
    case UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "="),
      UInt8(ascii: "-"):
      return true
    default: return false
    }
  }

  /// Whether a backslash escapes a byte.
  static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// `C:\`
  private static func isBehindDrive(_ bytes: Span<UInt8>, _ backslash: Int, in line: Range<Int>) -> Bool {
    backslash - 2 >= line.lowerBound && bytes[backslash - 1] == UInt8(ascii: ":")
      && bytes[backslash - 2].isLetter
  }
}
