/// The words of the statement that a line belongs to, as far as lines can tell: those before it and
/// behind it that an open bracket or an operator joins to it.
struct SourceStatement {
  /// Lines taken before and behind at most.
  static let reach = 3

  /// The words, comments left out.
  let words: [LexedLine.Word]
  /// The numbers of its lines.
  let lines: ClosedRange<Int>
  /// Whether its beginning and its end were both found.
  let isWhole: Bool

  /// The statement on a line, counted from 1.
  init(_ line: Int, in text: SourceText) {
    var first = line
    while first > 1, line - first < Self.reach, text.joinsNext(first - 1, with: first) { first -= 1 }
    var isWhole = first == 1 || !text.joinsNext(first - 1, with: first)
    var last = line
    var words = (first...last).flatMap { text.words($0) }
    while Self.isOpen(words) || text.joinsNext(last, with: last + 1) {
      guard last < text.lineCount, last - line < Self.reach else {
        isWhole = false
        break
      }
      last += 1
      words += text.words(last)
    }
    self.words = words
    self.isWhole = isWhole
    lines = first...last
  }

  /// Whether a round or a square bracket is open. A brace opens other statements.
  private static func isOpen(_ words: [LexedLine.Word]) -> Bool {
    var depth = 0
    for word in words where word.kind == .sign {
      if word.text == "(" || word.text == "[" { depth += 1 }
      if word.text == ")" || word.text == "]" { depth -= 1 }
    }
    return depth > 0
  }
}
