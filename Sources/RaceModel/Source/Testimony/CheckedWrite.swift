/// A write that depends on a check of what it writes: `if c.x == nil {` and, in its branch, `c.x = load()`. Whoever comes
/// between the two has checked as well.
package struct CheckedWrite: Hashable, Sendable {
  /// What is checked and written: `c.x`.
  package var name: String
  /// The line of the check.
  package var check: SourcePlace
  /// The line of the write.
  package var write: SourcePlace
  /// Whether it is checked that there is none yet, so that the first one who comes makes it.
  package var isFirstUse: Bool

  /// Lines above the write that the check is looked for in.
  private static let reach = 40

  /// Compares the racing lines; nil where they do not tell. One line writes, the other one is the check, the same write
  /// again, or a use further down in the function.
  init?(_ lines: Sides<RacingLine>) {
    guard lines.a.isInFunction(of: lines.b) else { return nil }
    for side in Side.allCases where lines[side].operation == .write && lines[side].isDirect {
      let (line, other) = (lines[side], lines[side.other])
      guard let target = WriteTarget(line.words, line.text.language),
        let found = Self.check(of: target, above: line),
        other.number == found.line || other.number >= line.statement.lines.lowerBound
      else { continue }
      name = target.name
      check = SourcePlace(file: line.file, line: found.line)
      write = line.place
      isFirstUse = found.isFirstUse
      return
    }
    return nil
  }

  /// A word and where it is.
  private struct Token {
    var word: LexedLine.Word
    var line: Int
  }

  /// The check in whose branch a line is, or whose branch ends the function for others.
  private static func check(of target: WriteTarget, above line: RacingLine) -> (line: Int, isFirstUse: Bool)?
  {
    let first = line.statement.lines.lowerBound
    let tokens = (max(1, first - reach)..<first).flatMap { number in
      line.text.words(number).map { Token(word: $0, line: number) }
    }
    var position = tokens.count
    var depth = 0
    var closed: [Int] = []
    // `if (!p)` above the statement, without braces.
    if let head = Head(endingAt: position, tokens), head.isCheck, head.isBare {
      if let isFirst = head.checks(target) { return (head.line, isFirst) }
    }
    while position > 0 {
      position -= 1
      let word = tokens[position].word
      if word.isSign("}") {
        if depth == 0 { closed = [position] }
        depth += 1
      } else if word.isSign("{") {
        let head = Head(endingAt: position, tokens)
        if depth > 0 {
          depth -= 1
          // `if c.x != nil { return c.x }`
          if depth == 0, let head, head.isCheck, let end = closed.popLast(),
            returns(tokens[(position + 1)..<end]), let isFirst = head.checks(target)
          {
            return (head.line, !isFirst)
          }
        } else {
          guard let head, !head.isFunction else { return nil }
          if head.isCheck, let isFirst = head.checks(target) { return (head.line, isFirst) }
        }
      }
    }
    return nil
  }

  /// Whether a branch ends the function, with nothing else in it than one statement.
  private static func returns(_ branch: ArraySlice<Token>) -> Bool {
    branch.first.map { $0.word.kind == .keyword && $0.word.text == "return" } == true
  }

  /// What comes before a brace, or before a statement without one: `if c.x == nil`.
  private struct Head {
    let words: [LexedLine.Word]
    let line: Int

    /// The words back to where their statement begins; nil of none.
    init?(endingAt end: Int, _ tokens: [Token]) {
      var start = end
      var brackets = 0
      while start > 0 {
        let before = tokens[start - 1]
        if before.word.isSign(")") { brackets += 1 }
        if before.word.isSign("(") { brackets -= 1 }
        if brackets < 0 { break }
        if brackets == 0, before.word.kind == .sign, ["{", "}", ";"].contains(before.word.text) { break }
        // A line ends the statement, unless an operator or a bracket goes on.
        if brackets == 0, start < end, before.line < tokens[start].line, !Self.goesOn(before.word) { break }
        start -= 1
      }
      guard start < end else { return nil }
      words = tokens[start..<end].map(\.word)
      line = tokens[start].line
    }

    private static func goesOn(_ word: LexedLine.Word) -> Bool {
      word.kind == .sign && ["(", ",", "&&", "||", "=", "=="].contains(word.text)
    }

    /// The words of the condition.
    private var condition: ArraySlice<LexedLine.Word> {
      words.first?.text == "else" ? words.dropFirst(2) : words.dropFirst()
    }

    /// Whether it is the head of an `if`.
    var isCheck: Bool {
      let first = words.first?.text == "else" ? words.dropFirst().first : words.first
      return first.map { $0.kind == .keyword && ["if", "guard"].contains($0.text) } == true
        && words.first?.text != "guard"
    }

    /// Whether the statement behind it is its branch: the condition is in brackets, and nothing follows.
    var isBare: Bool { condition.first?.isSign("(") == true && condition.last?.isSign(")") == true }

    /// Whether another function begins here, or something that is no statement.
    var isFunction: Bool {
      if words.contains(where: {
        $0.kind == .keyword && ["func", "fn", "class", "struct", "namespace"].contains($0.text)
      }) {
        return true
      }
      guard let first = words.first, first.kind == .keyword else {
        return words.first?.text != "unsafe"
      }
      return ![
        "for", "while", "if", "else", "do", "switch", "try", "catch", "unsafe", "loop", "match", "select",
        "case",
      ]
      .contains(first.text)
    }

    /// Whether the condition asks for what is written, and that there is none yet; nil where it asks for other things.
    func checks(_ target: WriteTarget) -> Bool? {
      let words = Array(condition)
      for start in words.indices {
        let count = target.chain.count
        let end = start + 2 * count - 1
        guard end <= words.count, stride(from: start, to: end, by: 2).map({ words[$0].text }) == target.chain,
          start == 0 || !Self.selectors.contains(words[start - 1].text),
          end == words.count || !Self.selectors.union(["("]).contains(words[end].text)
            || Self.asksForNone(words, end)
        else { continue }
        let next = end + 1 < words.count ? (words[end], words[end + 1]) : nil
        let isNone =
          next.map { $0.isSign("==") && Self.nothing.contains($1.text) } == true
          || (start > 0 && words[start - 1].isSign("!")) || Self.asksForNone(words, end)
        return isNone
      }
      return nil
    }

    private static let selectors: Set<String> = [".", "->", "::"]
    private static let nothing: Set<String> = ["nil", "nullptr", "NULL", "0", "None", "\"\"", "false"]

    /// `.is_none()`
    private static func asksForNone(_ words: [LexedLine.Word], _ end: Int) -> Bool {
      end + 1 < words.count && words[end].isSign(".") && ["is_none", "isEmpty"].contains(words[end + 1].text)
    }
  }
}
