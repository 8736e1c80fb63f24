/// Log text in Markdown. All of it is code, so nothing in it is a link, a mention, an emphasis or HTML.
enum MarkdownText {
  /// Text within a line.
  ///
  /// Source: CommonMark 0.31, 6.1: a span ends at as many backticks as it begins with, and a blank at each
  /// end does not belong to it.
  static func code(_ text: String) -> String {
    let text = Cleaning.clean(text)
    let fence = String(repeating: "`", count: longestRun(text) + 1)
    let isPadded =
      text.isEmpty || text.first == "`" || text.last == "`" || (text.first == " " && text.last == " ")
    return isPadded ? "\(fence) \(text) \(fence)" : fence + text + fence
  }

  /// Lines, harmless except for line ends and tabs.
  ///
  /// Source: CommonMark 0.31, 4.5: a block ends at a line of as many backticks as it begins with, or more.
  static func block(_ lines: String) -> String {
    let fence = String(repeating: "`", count: max(3, longestRun(lines) + 1))
    let end = lines.isEmpty || lines.hasSuffix("\n") ? "" : "\n"
    return "\(fence)text\n\(lines)\(end)\(fence)"
  }

  /// Code of a program, with the racing line marked.
  ///
  /// - Parameter height: the maximum number of lines to show.
  static func excerpt(_ code: CodeExcerpt, height: Int) -> String {
    let lines = code.window(height: height)
    let width = String(lines.last?.number ?? 0).utf8.count
    let text = lines.map { line in
      let number = String(line.number)
      let mark = line.number == code.line ? ">" : " "
      return "\(mark) \(String(repeating: " ", count: width - number.utf8.count))\(number)  \(line.text)\n"
    }
    return self.code("\(code.path):\(code.line)") + "\n\n" + block(text.joined())
  }

  /// The longest run of backticks.
  private static func longestRun(_ text: String) -> Int {
    var (longest, run) = (0, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
