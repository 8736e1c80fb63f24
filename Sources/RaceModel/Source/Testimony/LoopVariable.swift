/// A variable that the head of a loop sets and a closure in the loop uses: all rounds share it, as Go did before version
/// 1.22 and as every language does with a variable that is declared before the loop.
package struct LoopVariable: Hashable, Sendable {
  /// Its name.
  package var name: String
  /// The head of the loop.
  package var head: SourcePlace
  /// The line that uses it in the closure.
  package var use: SourcePlace
  /// Whether the loop declares it: then each round has its own from language version 1.22 on.
  var isOfLoop: Bool

  /// Compares the racing lines of Go; nil where they do not tell.
  init?(_ lines: Sides<RacingLine>) {
    guard lines.a.file == lines.b.file, lines.a.text.language.isGo else { return nil }
    for side in Side.allCases where lines[side].operation == .write {
      let (line, other) = (lines[side], lines[side.other])
      let (outer, inner) = (GoFunctionName(line.function), GoFunctionName(other.function))
      let words = line.text.words(line.number)
      guard line.isDirect, outer.declared == inner.declared, inner.isClosure, line.function != other.function,
        words.first.map({ $0.kind == .keyword && $0.text == "for" }) == true,
        Self.isInLoop(other.number, line),
        let sign = words.firstIndex(where: { $0.isSign(":=") || $0.isSign("=") }),
        !words[..<sign].contains(where: { $0.isSign(".") || $0.isSign("[") })
      else { continue }
      let names = words[1..<sign].filter { $0.kind == .identifier && $0.text != "_" }.map(\.text)
      let used = names.filter { name in
        AssignedVariable.names(name, other.text.words(other.number))
      }
      // Of two variables of the head, either may be meant.
      guard used.count == 1, let name = used.first else { continue }
      self.name = name
      isOfLoop = words[sign].isSign(":=")
      (head, use) = (line.place, other.place)
      return
    }
    return nil
  }

  /// Whether a line is in the braces of the loop that another line begins.
  private static func isInLoop(_ number: Int, _ head: RacingLine) -> Bool {
    guard number > head.number else { return false }
    var depth = 0
    for line in head.number..<number {
      for word in head.text.words(line) where word.kind == .sign {
        if word.text == "{" { depth += 1 }
        if word.text == "}" { depth -= 1 }
      }
      if depth <= 0 { return false }
    }
    return true
  }
}
