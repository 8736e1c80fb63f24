/// The variable of a Go function that a race is on, as its source tells: one racing line writes nothing but
/// whole variables, and the other line names one of them. A line that writes to a field, to an element or
/// through a pointer, or that lets a slice grow, tells nothing.
package struct AssignedVariable: Equatable, Sendable {
  /// Its name.
  package var name: String
  /// The side of the report that assigns it.
  package var side: Side

  /// Its name and the side that assigns it.
  package init(name: String, side: Side) {
    self.name = name
    self.side = side
  }

  /// A racing line.
  struct Line {
    var text: SourceText
    /// The file as the log prints it.
    var path: String
    /// Counted from 1.
    var number: Int
    var isWrite: Bool
  }

  /// Compares the racing lines of a report; nil when they tell no variable. Both must be in the same
  /// function, which declares the name exactly once: then it is the same variable on both.
  init?(_ first: Line, _ second: Line) {
    guard first.path == second.path else { return nil }
    for (side, line, other) in [(Side.a, first, second), (.b, second, first)] where line.isWrite {
      guard !line.text.joinsNext(line.number - 1, with: line.number),
        let body = GoFunctionBody(around: line.number, in: line.text), body.lines.contains(other.number),
        let assigned = Self.assigned(line.text.words(line.number))
      else { continue }
      let words = other.text.words(other.number)
      if let name = assigned.first(where: { Self.names($0, words) && body.declarationCount(of: $0) == 1 }) {
        self.init(name: name, side: side)
        return
      }
    }
    return nil
  }

  private static let signs: Set<String> = [
    "=", ":=", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "&^=",
  ]

  /// The variables that a line assigns as a whole; nil when it may write anything else.
  static func assigned(_ words: [LexedLine.Word]) -> [String]? {
    var names: [String] = []
    for (index, word) in words.enumerated() {
      if word.kind == .identifier, ["append", "copy", "clear"].contains(word.text) { return nil }
      guard word.kind == .sign, signs.contains(word.text) else { continue }
      guard let targets = targets(words[..<index]) else { return nil }
      names += targets
    }
    return names
  }

  /// The names before a sign that assigns, when nothing else is assigned.
  private static func targets(_ words: ArraySlice<LexedLine.Word>) -> [String]? {
    var names: [String] = []
    var rest = words
    while let target = rest.popLast() {
      guard target.kind == .identifier else { return nil }
      if target.text != "_" { names.insert(target.text, at: 0) }
      guard let before = rest.last else { return names }
      if before.isSign(",") {
        rest.removeLast()
        continue
      }
      let begins = before.kind == .sign && ["{", ";", ":"].contains(before.text)
      let opens = before.kind == .keyword && ["for", "if", "switch", "case"].contains(before.text)
      return begins || opens ? names : nil
    }
    return nil
  }

  /// Whether a line names a variable, and not a field or a key.
  static func names(_ name: String, _ words: [LexedLine.Word]) -> Bool {
    words.indices.contains { index in
      guard words[index].kind == .identifier, words[index].text == name else { return false }
      let before = index > 0 ? words[index - 1] : nil
      let next = index + 1 < words.count ? words[index + 1] : nil
      let isKey = next?.isSign(":") == true && (before?.isSign("{") == true || before?.isSign(",") == true)
      return before?.isSign(".") != true && !isKey
    }
  }
}
