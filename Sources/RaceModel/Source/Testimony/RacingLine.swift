/// The line of one of the two accesses, as source code shows it.
struct RacingLine {
  /// The file.
  let text: SourceText
  /// The function, as the log names it.
  let function: String
  /// The file, as the log prints it.
  let file: String
  /// Counted from 1.
  let number: Int
  /// The statement on the line.
  let statement: SourceStatement
  /// What the access did.
  let operation: Operation
  /// Whether the statement itself makes the access, not a function that it calls: one of the language's own, which does
  /// what the statement says, does not count.
  let isDirect: Bool
  /// Whether a function of Go's runtime changed a map for the line.
  var isInMap = false
  /// The container's function that the line called to make the access; nil where the line called none.
  let container: String?

  /// The words of the statements that may make the access: of a function that is on one line, its body.
  var words: [LexedLine.Word] {
    let words = statement.words
    guard text.language.isGo else { return bodyOfNamed(words) ?? words }
    guard GoFunctionName(function).isClosure else { return Self.body(words) ?? words }
    let literals = words.indices.filter { words[$0].kind == .keyword && words[$0].text == "func" }
    guard literals.count == 1, let open = words[literals[0]...].firstIndex(where: { $0.isSign("{") }) else {
      return words
    }
    return Self.end(of: words, from: open).map { Array(words[(open + 1)..<$0]) } ?? words
  }

  /// The body of the line's function in a language other than Go; nil when the line is not a whole function.
  private func bodyOfNamed(_ words: [LexedLine.Word]) -> [LexedLine.Word]? {
    guard words.last?.isSign("}") == true, let name = CalledName.of(function, text.language),
      let head = words.firstIndex(where: { $0.text == name }), head + 1 < words.count,
      words[head + 1].isSign("("),
      let open = words[head...].firstIndex(where: { $0.isSign("{") }),
      // What follows the body is another declaration.
      let close = Self.end(of: words, from: open), close == words.count - 1
    else { return nil }
    return Array(words[(open + 1)..<close])
  }

  /// The brace that ends the block which begins at one; nil if none does.
  private static func end(of words: [LexedLine.Word], from open: Int) -> Int? {
    var depth = 0
    return words[open...].firstIndex { word in
      if word.isSign("{") { depth += 1 }
      if word.isSign("}") { depth -= 1 }
      return depth == 0
    }
  }

  /// The body of a named function on one line; nil when the line is not a whole function.
  private static func body(_ words: [LexedLine.Word]) -> [LexedLine.Word]? {
    guard words.first?.text == "func", words.last?.isSign("}") == true else { return nil }
    var depth = 0
    // Types before the body have braces, too: `func (b *Box) Get() interface{} { return b.v }`.
    let open = words.lastIndex { word in
      if word.isSign("}") { depth += 1 }
      if word.isSign("{") { depth -= 1 }
      return depth == 0
    }
    return open.map { Array(words[($0 + 1)..<(words.count - 1)]) }
  }

  /// `pool.go:32`
  var place: SourcePlace { SourcePlace(file: file, line: number) }

  /// Whether both are in one function of one file.
  func isInFunction(of other: RacingLine) -> Bool { function == other.function && file == other.file }

  /// Whether both are one line of one function.
  func isSame(as other: RacingLine) -> Bool { place == other.place && isInFunction(of: other) }
}

/// A line of a file, as the log prints it.
package struct SourcePlace: Hashable, Sendable, CustomStringConvertible {
  /// The file.
  package var file: String
  /// Counted from 1.
  package var line: Int

  /// The file without its folders, and the line: `pool.go:32`.
  package var description: String { "\(lastComponent(file)):\(line)" }
}
