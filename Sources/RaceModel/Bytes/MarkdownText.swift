/// Undoes what rich text editors and mail gateways do to a line that they write as Markdown: a backslash
/// before Markdown's marks, and links for text that looks like an address or an issue number (CommonMark
/// 0.31, 2.4 and 6.3).
///
/// ```
/// main.(\*Box).Get()                                    main.(*Box).Get()
/// \#0 put\_it /src/a\_b.c:4:2 (app+0x21)                #0 put_it /src/a_b.c:4:2 (app+0x21)
/// /home/m/[box.go](http://box.go):11 +0xe7              /home/m/box.go:11 +0xe7
/// by thread [#3](https://github.com/a/b/issues/3)       by thread #3
/// ```
enum MarkdownText {
  /// Whether a line holds escapes, or links whose address only repeats their text.
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
      && (bytes[backslash - 2] | 0x20) &- 0x61 < 26
  }

  // MARK: Links

  /// A link at the beginning of a text whose address only repeats its text.
  struct Link {
    /// Its text.
    let text: Range<Int>
    /// Its end.
    let end: Int

    /// The link that begins at a bracket; nil without a link, or if its address differs from its text.
    init?(_ bytes: Span<UInt8>, at start: Int, end: Int) {
      let range = start..<min(end, start + 1024)
      switch bytes[start] {
      case UInt8(ascii: "["):
        // `[NAME](ADDRESS)`
        guard let middle = bytes.first("](http", in: range),
          let close = bytes.first(UInt8(ascii: ")"), in: middle..<range.upperBound)
        else { return nil }
        self.init(bytes, text: start + 1..<middle, address: middle + 2..<close, end: close + 1)
      case UInt8(ascii: "<"):
        // `<ADDRESS|NAME>`
        guard bytes.has("<http", at: start, end: end),
          let close = bytes.first(UInt8(ascii: ">"), in: range),
          let pipe = bytes.first(UInt8(ascii: "|"), in: start..<close)
        else { return nil }
        self.init(bytes, text: pipe + 1..<close, address: start + 1..<pipe, end: close + 1)
      default: return nil
      }
    }

    private init?(_ bytes: Span<UInt8>, text: Range<Int>, address: Range<Int>, end: Int) {
      guard !text.isEmpty, let scheme = bytes.first("://", in: address) else { return nil }
      var target = scheme + 3..<address.upperBound
      if bytes.ends("/", in: target) { target = target.dropLast(1) }
      guard Self.isSame(bytes, text, target) || Self.isNumber(bytes, text, of: target) else { return nil }
      (self.text, self.end) = (text, end)
    }

    private static func isSame(_ bytes: Span<UInt8>, _ text: Range<Int>, _ target: Range<Int>) -> Bool {
      text.count == target.count
        && zip(text, target).allSatisfy { bytes[$0] | 0x20 == bytes[$1] | 0x20 }
    }

    /// `#3` of `github.com/shop/shop/issues/3`
    private static func isNumber(_ bytes: Span<UInt8>, _ text: Range<Int>, of target: Range<Int>) -> Bool {
      guard bytes[text.lowerBound] == UInt8(ascii: "#"),
        let (_, end) = bytes.decimal(at: text.lowerBound + 1, end: text.upperBound), end == text.upperBound
      else { return false }
      let digits = text.dropFirst()
      let own = target.suffix(digits.count)
      guard own.count == digits.count, own.lowerBound > target.lowerBound,
        zip(digits, own).allSatisfy({ bytes[$0] == bytes[$1] })
      else { return false }
      let before = bytes[own.lowerBound - 1]
      return before == UInt8(ascii: "/") || before == UInt8(ascii: "=") || before == UInt8(ascii: "-")
    }
  }

  /// Whether a line has a link whose address only repeats its text.
  static func hasLink(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var from = line.lowerBound
    while let found = bytes.first("](http", in: from..<line.upperBound) {
      let open = bytes.last(UInt8(ascii: "["), in: from..<found)
      if let open, Link(bytes, at: open, end: line.upperBound) != nil { return true }
      from = found + 6
    }
    from = line.lowerBound
    while let found = bytes.first("<http", in: from..<line.upperBound) {
      if Link(bytes, at: found, end: line.upperBound) != nil { return true }
      from = found + 5
    }
    return false
  }
}
