/// Fits text into a number of columns without hiding that something was left out.
package enum Fitting {
  /// The width of a text in columns.
  package static func columns(_ text: some StringProtocol) -> Int {
    if isPlain(text) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + CharacterWidth.columns(of: $1) }
  }

  /// Whether each byte is one column, as in most text of a log.
  package static func isPlain(_ text: some StringProtocol) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy { 0x20 <= $0 && $0 < 0x7F } } ?? false
  }

  /// The text, shortened in its middle if it is wider than `width`, because beginning and end say most.
  package static func middle(_ text: String, _ width: Int, _ ellipsis: Unicode.Scalar) -> String {
    guard columns(text) > width else { return text }
    guard width > 1 else { return width == 1 ? String(ellipsis) : "" }
    if isPlain(text) {
      let head = (width - 1) / 2
      return text[..<text.utf8.index(text.startIndex, offsetBy: head)] + String(ellipsis)
        + text[text.utf8.index(text.endIndex, offsetBy: head + 1 - width)...]
    }
    let head = prefix(text, (width - 1) / 2)
    let tail = suffix(text, width - 1 - columns(head))
    return head + String(ellipsis) + tail
  }

  /// The text, with its end left out if it is wider than `width`.
  package static func end(_ text: String, _ width: Int, _ ellipsis: Unicode.Scalar) -> String {
    guard columns(text) > width else { return text }
    guard width > 1 else { return width == 1 ? String(ellipsis) : "" }
    return prefix(text, width - 1) + String(ellipsis)
  }

  /// The text in lines of at most `width` columns, broken after a blank or a separator if one is near.
  package static func wrap(_ text: String, _ width: Int) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    var rest = text[...]
    while case var head = beginning(of: rest, width), !head.isEmpty, head.endIndex < rest.endIndex {
      for (separators, share) in [(" ", 2), ("/", 2), (".,()[]", 3)] {
        guard let cut = head.lastIndex(where: { separators.contains($0) }),
          columns(head[...cut]) > width - width / share
        else { continue }
        head = head[...cut]
        break
      }
      lines.append(String(head))
      rest = rest[head.endIndex...]
    }
    return lines + [String(rest)]
  }

  /// The text in a maximum number of rows; the last one marks a cut.
  package static func wrap(_ text: String, _ width: Int, rows: Int, _ ellipsis: Unicode.Scalar) -> [String] {
    let lines = wrap(text, width)
    guard lines.count > rows, rows > 0 else { return lines }
    return lines.prefix(rows - 1) + [end(lines[(rows - 1)...].joined(), width, ellipsis)]
  }

  /// The longest beginning that takes at most `width` columns.
  package static func prefix(_ text: String, _ width: Int) -> String {
    String(beginning(of: text[...], width))
  }

  private static func beginning(of text: Substring, _ width: Int) -> Substring {
    var taken = 0
    return text.prefix { character in
      taken += columns(String(character))
      return taken <= width
    }
  }

  /// The text without a number of columns at its beginning; a cut wide character leaves a blank.
  package static func dropping(_ count: Int, of text: String) -> String {
    var column = 0
    var rest = text.unicodeScalars[...]
    while column < count, let scalar = rest.first {
      column += CharacterWidth.columns(of: scalar)
      rest.removeFirst()
    }
    return String(repeating: " ", count: max(0, column - count)) + String(rest)
  }

  /// The longest end that takes at most `width` columns.
  package static func suffix(_ text: String, _ width: Int) -> String {
    String(prefix(String(text.reversed()), width).reversed())
  }
}
