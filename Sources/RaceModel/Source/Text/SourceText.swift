/// A file taken apart, line by line.
struct SourceText {
  let language: SourceLanguage
  private let lines: [[LexedLine.Word]]
  /// Whether the file holds Go code that calls without leaving frames, or is called from C.
  let hasUninstrumentedCode: Bool

  /// Takes all lines apart; nil when the file's language is not known.
  init?(_ file: SourceFile) {
    guard let language = SourceLanguage(path: file.path) else { return nil }
    self.language = language
    var state = LexerState.code
    var lines: [[LexedLine.Word]] = []
    lines.reserveCapacity(file.lineCount)
    for number in 1..<(file.lineCount + 1) {
      let line = LexedLine(file.text(ofLine: number) ?? "", language: language, state: state)
      lines.append(line.code)
      state = line.end
    }
    self.lines = lines
    hasUninstrumentedCode = ["//go:norace", "//go:linkname", "import \"C\""].contains { file.contains($0) }
  }

  var lineCount: Int { lines.count }

  /// The words of a line, counted from 1; none beyond the file.
  func words(_ number: Int) -> [LexedLine.Word] {
    lines.indices.contains(number - 1) ? lines[number - 1] : []
  }

  /// Whether the file declares a Go function of that name, with a body and no receiver.
  func declaresFunction(_ name: String) -> Bool {
    lines.contains { words in
      guard words.count > 3, words[0].text == "func", words[0].start == 0, words[1].text == name,
        words[2].isSign("("), let last = words.last
      else { return false }
      return last.isSign("{") || last.isSign("}")
    }
  }

  /// Whether the statement of one line continues in the next: the line ends in an operator or an open
  /// bracket, or the next begins with a selector.
  func joinsNext(_ number: Int, with next: Int) -> Bool {
    if let first = words(next).first, first.kind == .sign, [".", "->", "::", "?"].contains(first.text) {
      return true
    }
    guard let last = words(number).last, last.kind == .sign else { return false }
    return ![")", "]", "}", "{", ";", "++", "--", ":", "?", "!"].contains(last.text)
  }
}
