/// A line of a web page: the tags that a highlighter, or a table, has put around words of a report and into them.
///
/// ```
/// Read at 0x00c0 by goroutine <span class="m">8</span>:
/// <td data-line-number="12"></td><td>  main.Write<span class="o">()</span></td>
/// ```
///
/// Names of C++ and Rust are full of `<` and `>`: only elements that pages have are taken out, and only of lines on which
/// an element ends or has an attribute, or where a long word may be broken.
enum MarkupText {
  /// Whether a line is of a web page.
  static func isIn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var from = line.lowerBound
    while let open = bytes.first(UInt8(ascii: "<"), in: from..<line.upperBound) {
      if begins(bytes, at: open, end: line.upperBound) { return true }
      from = open + 1
    }
    return false
  }

  /// Whether a tag begins at a place by which a line is told to be of a web page.
  static func begins(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Bool {
    Tag(bytes, start..<end)?.isTelling == true
  }

  /// Where the tag ends that a text begins with, if it is one by which a line is told to be of a web page; nil when it
  /// begins with none.
  static func endOfTag(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int? {
    guard let first = text.first, bytes[first] == UInt8(ascii: "<"), let tag = Tag(bytes, text), tag.isTelling
    else { return nil }
    return tag.end
  }

  /// The line without its tags. A cell's ends are blanks.
  static func removed(from bytes: Span<UInt8>, _ line: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(line.count)
    var from = line.lowerBound
    while let open = bytes.first(UInt8(ascii: "<"), in: from..<line.upperBound) {
      text.append(bytes, from..<open)
      if let tag = Tag(bytes, open..<line.upperBound) {
        if tag.isCell, let last = text.last, last > 0x20 { text.append(0x20) }
        from = tag.end
      } else {
        text.append(bytes[open])
        from = open + 1
      }
    }
    text.append(bytes, from..<line.upperBound)
    return text
  }

  /// A tag at the beginning of a text.
  private struct Tag {
    private static let longest = 4096

    let end: Int
    let isEnd: Bool
    let hasAttribute: Bool
    let isCell: Bool
    /// Whether it is `<wbr>`, which has no end and no attributes.
    let isBreak: Bool

    /// Whether no program but a browser's would print it.
    var isTelling: Bool { isEnd || hasAttribute || isBreak }

    init?(_ bytes: Span<UInt8>, _ text: Range<Int>) {
      var index = text.lowerBound + 1
      isEnd = index < text.upperBound && bytes[index] == UInt8(ascii: "/")
      if isEnd { index += 1 }
      let start = index
      while index < text.upperBound, MarkupText.isName(bytes[index]) { index += 1 }
      guard index < text.upperBound, index > start, index - start < 24 else { return nil }
      let name = start..<index
      let first = Int(bytes[start] &- UInt8(ascii: "a"))
      let isKnown = first < 26 && MarkupText.elementsByLetter[first].contains { bytes.equals($0, name) }
      let isCustom = bytes.first(UInt8(ascii: "-"), in: name) != nil
      guard isKnown || isCustom,
        let close = bytes.first(UInt8(ascii: ">"), in: index..<min(text.upperBound, start + Self.longest))
      else { return nil }
      switch bytes[index] {
      case UInt8(ascii: ">"): hasAttribute = false
      case 0x20, UInt8(ascii: "/"): hasAttribute = bytes.first("=\"", in: index..<close) != nil
      default: return nil
      }
      // Words between blanks are a comparison, or arguments of a template.
      guard hasAttribute || close - index <= 2, isKnown || hasAttribute || isEnd else { return nil }
      isCell =
        bytes.has("t", at: start, end: index) && name.count == 2
        && (bytes[start + 1] == UInt8(ascii: "d") || bytes[start + 1] == UInt8(ascii: "h"))
      isBreak = name.count == 3 && bytes.has("wbr", at: start, end: index)
      end = close + 1
    }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-")
  }

  /// The elements by their first letters: XML of other programs has a tag on each line.
  private static let elementsByLetter: [[StaticString]] = (UInt8(ascii: "a")...UInt8(ascii: "z")).map {
    letter in elements.filter { $0.utf8Start.pointee == letter }
  }

  private static let elements: [StaticString] = [
    "span", "a", "b", "i", "u", "s", "p", "em", "td", "th", "tr", "br", "li", "ul", "ol", "dd", "dt", "dl",
    "hr",
    "tt", "h1", "h2", "h3", "h4", "h5", "h6", "div", "pre", "code", "sub", "sup", "kbd", "var", "ins", "del",
    "font",
    "mark", "samp", "small", "table", "tbody", "thead", "strong", "body", "html", "img", "button", "label",
    "section",
    "article", "summary", "details", "wbr", "nobr", "blockquote",
  ]
}
