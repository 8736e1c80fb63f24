extension MarkdownText {
  /// A link at the beginning of a text whose address tells no more than its text: the same address, the number of an
  /// issue, the file of a place.
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
        // `[NAME](ADDRESS)`, `[NAME](ADDRESS "TITLE")`
        guard let middle = Self.middle(bytes, range),
          let close = Self.close(bytes, middle + 2..<range.upperBound)
        else { return nil }
        let address = middle + 2..<(bytes.first(0x20, in: middle..<close) ?? close)
        self.init(bytes, text: start + 1..<middle, address: address, end: close + 1)
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
      guard !text.isEmpty else { return nil }
      let scheme = bytes.first("://", in: address)
      var target = (scheme.map { $0 + 3 } ?? address.lowerBound)..<address.upperBound
      if bytes.ends("/", in: target) { target = target.dropLast(1) }
      let repeats = Self.isSame(bytes, text, target) || Self.isPlace(bytes, text, of: target)
      // Issues may be linked without their server: `../issues/3`.
      guard (repeats && scheme != nil) || Self.isNumber(bytes, text, of: target) else { return nil }
      (self.text, self.end) = (text, end)
    }

    /// Where the text ends. Functions of generic types have `](`, too: an address, or a number, must be there.
    private static func middle(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
      bytes.has("[#", at: range.lowerBound, end: range.upperBound)
        ? bytes.first("](", in: range) : bytes.first("](http", in: range)
    }

    /// The bracket behind an address. A title may hold brackets.
    private static func close(_ bytes: Span<UInt8>, _ rest: Range<Int>) -> Int? {
      guard let close = bytes.first(UInt8(ascii: ")"), in: rest) else { return nil }
      guard bytes.first(" \"", in: rest.lowerBound..<close) != nil else { return close }
      return bytes.first("\")", in: rest).map { $0 + 1 }
    }

    /// Whether two texts are the same but for small and large letters.
    static func isSame(_ bytes: Span<UInt8>, _ text: Range<Int>, _ target: Range<Int>) -> Bool {
      text.count == target.count
        && zip(text, target).allSatisfy { bytes[$0] | 0x20 == bytes[$1] | 0x20 }
    }

    /// `#3` of `github.com/shop/shop/issues/3`, or of a comment there: `issues/3#issuecomment-9`.
    private static func isNumber(_ bytes: Span<UInt8>, _ text: Range<Int>, of target: Range<Int>) -> Bool {
      guard bytes[text.lowerBound] == UInt8(ascii: "#"),
        let (_, end) = bytes.decimal(at: text.lowerBound + 1, end: text.upperBound), end == text.upperBound
      else { return false }
      guard let before = byte(bytes, before: text.dropFirst(), endOf: target) else { return false }
      return before == UInt8(ascii: "/") || before == UInt8(ascii: "=") || before == UInt8(ascii: "-")
    }

    /// `/src/shop/main.go:7` of `github.com/shop/shop/blob/main/main.go#L7`: a file of the same name.
    private static func isPlace(_ bytes: Span<UInt8>, _ text: Range<Int>, of target: Range<Int>) -> Bool {
      let fileEnd = bytes.first(UInt8(ascii: ":"), in: text) ?? text.upperBound
      let line = fileEnd + 1
      if fileEnd < text.upperBound, bytes.decimal(at: line, end: text.upperBound) == nil { return false }
      let folder = bytes.last(UInt8(ascii: "/"), in: text.lowerBound..<fileEnd)
      let name = (folder.map { $0 + 1 } ?? text.lowerBound)..<fileEnd
      return bytes.first(UInt8(ascii: "."), in: name) != nil
        && byte(bytes, before: name, endOf: target) == UInt8(ascii: "/")
    }

    /// The byte before a text that an address ends with; nil where the address does not end with it.
    private static func byte(
      _ bytes: Span<UInt8>, before text: Range<Int>, endOf target: Range<Int>
    ) -> UInt8? {
      let path = withoutFragment(bytes, target)
      let own = path.suffix(text.count)
      guard own.lowerBound > path.lowerBound, zip(text, own).allSatisfy({ bytes[$0] == bytes[$1] }) else {
        return nil
      }
      return bytes[own.lowerBound - 1]
    }

    /// An address without its fragment or query.
    private static func withoutFragment(_ bytes: Span<UInt8>, _ target: Range<Int>) -> Range<Int> {
      let end = bytes.first(UInt8(ascii: "#"), or: UInt8(ascii: "?"), in: target) ?? target.upperBound
      return target.lowerBound..<end
    }
  }

  /// Whether a line has a link whose address tells no more than its text, or such an address behind a text.
  static func hasLink(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var from = line.lowerBound
    while let found = bytes.first("](http", in: from..<line.upperBound) {
      let open = bytes.last(UInt8(ascii: "["), in: from..<found)
      if let open, Link(bytes, at: open, end: line.upperBound) != nil { return true }
      from = found + 6
    }
    return hasLink(bytes, line, from: "<http") || hasLink(bytes, line, from: "<mailto:")
      || hasLink(bytes, line, from: "[#")
  }

  /// Whether a link begins with such bytes.
  private static func hasLink(
    _ bytes: Span<UInt8>, _ line: Range<Int>, from beginning: StaticString
  ) -> Bool {
    var from = line.lowerBound
    while let found = bytes.first(beginning, in: from..<line.upperBound) {
      if Link(bytes, at: found, end: line.upperBound) != nil || MailLink(bytes, at: found, in: line) != nil {
        return true
      }
      from = found + 2
    }
    return false
  }
}
