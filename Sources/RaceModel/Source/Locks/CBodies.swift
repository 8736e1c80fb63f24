/// The braces in a statement of C or C++ that hold code of another function, or a type.
struct CBodies {
  enum Kind { case closure, calledClosure, type }

  struct Body {
    var kind: Kind
    /// What is between the braces.
    var words: Range<Int>
  }

  private(set) var all: [Body] = []
  private let source: FunctionSource

  private var code: [CodeWord] { source.code }

  init(in words: Range<Int>, of source: FunctionSource) throws(UnreadableFunction) {
    self.source = source
    var index = words.lowerBound
    while index < words.upperBound {
      let word = code[index]
      if word.isSign("["), let brace = lambda(index, words) {
        add(brace)
        index = source.matches[brace] + 1
      } else if word.isSign("^"), let brace = blockLiteral(index, words) {
        add(brace)
        index = source.matches[brace] + 1
      } else if word.isSign(";") {
        // Statements in what looked like values.
        throw UnreadableFunction()
      } else if word.isSign("{") {
        if isType(index, words) {
          all.append(Body(kind: .type, words: (index + 1)..<source.matches[index]))
          index = source.matches[index] + 1
        } else if isValue(index, words) {
          index += 1
        } else {
          throw UnreadableFunction()
        }
      } else {
        index += 1
      }
    }
  }

  private mutating func add(_ brace: Int) {
    let close = source.matches[brace]
    let isCalled = close + 1 < code.count && code[close + 1].isSign("(")
    all.append(Body(kind: isCalled ? .calledClosure : .closure, words: (brace + 1)..<close))
  }

  /// The brace of a lambda that begins at a bracket.
  private func lambda(_ position: Int, _ words: Range<Int>) -> Int? {
    if position > 0 {
      let before = code[position - 1]
      if before.isName || before.isSign(")") || before.isSign("]") || before.word.kind == .string {
        return nil
      }
      if before.word.kind == .keyword, before.text != "return", before.text != "co_return" { return nil }
    }
    guard position + 1 < words.upperBound, !code[position + 1].isSign("[") else { return nil }
    var index = source.matches[position] + 1
    for _ in 0..<60 {
      guard index < words.upperBound else { return nil }
      let word = code[index]
      if word.isSign("{") { return index }
      if word.isSign("(") || word.isSign("[") {
        index = source.matches[index] + 1
      } else if word.isName || word.word.kind == .keyword
        || ["<", ">", "::", "->", "*", "&", "&&", ","].contains(word.text)
      {
        index += 1
      } else {
        return nil
      }
    }
    return nil
  }

  /// The brace of a block of Objective-C and Clang.
  private func blockLiteral(_ position: Int, _ words: Range<Int>) -> Int? {
    var index = position + 1
    if index < words.upperBound, code[index].isSign("(") { index = source.matches[index] + 1 }
    return index < words.upperBound && code[index].isSign("{") ? index : nil
  }

  /// Whether a brace begins a class, a structure, an enumeration.
  private func isType(_ brace: Int, _ words: Range<Int>) -> Bool {
    let before = code[words.lowerBound..<brace]
    guard !before.contains(where: { ["(", "=", "["].contains($0.text) }) else { return false }
    return before.prefix { $0.word.kind == .keyword }.contains {
      ["class", "struct", "union", "enum"].contains($0.text)
    }
  }

  /// Whether a brace holds values.
  private func isValue(_ brace: Int, _ words: Range<Int>) -> Bool {
    guard brace > words.lowerBound else { return false }
    let before = code[brace - 1]
    if before.isName || ["=", ",", "{", ">", "]", "?", ":"].contains(before.text) { return true }
    if before.isSign("(") {
      // `({ ... })` holds statements.
      let first = code[brace + 1]
      return !(first.word.kind == .keyword && CStatements.control.contains(first.text))
        && !code[brace..<source.matches[brace]].contains { $0.isSign(";") }
    }
    if before.isKeyword("return") || before.isKeyword("auto") || Self.types.contains(before.text) {
      return true
    }
    guard before.isSign(")") else { return false }
    // `(struct point){1, 2}`
    let open = source.matches[brace - 1]
    guard open > words.lowerBound else { return false }
    return ["=", ",", "(", "&"].contains(code[open - 1].text) || code[open - 1].isKeyword("return")
  }

  private static let types: Set<String> = [
    "int", "char", "bool", "long", "short", "unsigned", "float", "double", "wchar_t",
  ]
}
