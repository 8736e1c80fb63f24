/// Whether a file has the function that a log names around a line of it.
enum DeclaredName {
  /// Parts of names that no declaration has.
  private static let made: Set<String> = [
    "operator", "lambda", "closure", "const", "noexcept", "clang", "cold", "part", "isra", "constprop",
    "thunk", "block",
    "invoke", "in", "of", "for", "anonymous", "namespace", "impl", "async", "throws", "void",
  ]

  /// Whether the line is in the function of that name. Of Go that is certain; of other languages its name must be declared
  /// or called on the line or above it, which a file of another program hardly does.
  static func isPlausible(_ function: String, at line: Int, in text: SourceText) -> Bool {
    if text.language.isGo {
      if isOfVariable(function) { return isInVariable(line, text) }
      return GoFunctionBody(around: line, in: text)?.name
        == String(GoFunctionName(function).base.prefix { $0 != "[" })
    }
    if function == "operator()" { return hasLambda(upTo: line, text) }
    if text.language == .swift, isOfScript(function), isInScript(line, text) { return true }
    guard let name = CalledName.of(function, text.language) ?? enclosing(function) else { return false }
    guard line >= 1, line <= text.lineCount else { return false }
    return (1...line).contains { number in
      let words = text.words(number)
      return words.indices.contains { index in
        words[index].kind == .identifier && words[index].text == name && index + 1 < words.count
          && ["(", "<", "{"].contains(words[index + 1].text)
      }
    }
  }

  /// Whether a function of Go is a closure that the package's variables are set to: `pkg.init.func2`, `pkg.glob..func1`.
  private static func isOfVariable(_ function: String) -> Bool {
    let name = lastComponent(function)
    return name.contains(".glob..func") || name.contains(".init.func")
  }

  /// Whether a line of Go is in a closure outside of functions. A function `init` may have closures of that name as well.
  private static func isInVariable(_ line: Int, _ text: SourceText) -> Bool {
    if let body = GoFunctionBody(around: line, in: text) { return body.name == "init" }
    guard line >= 1, line <= text.lineCount,
      let first = (1...line).last(where: {
        text.words($0).first?.start == 0 && text.words($0)[0].isSign("}") == false
      })
    else { return false }
    return (first...line).contains { number in
      text.words(number).contains { $0.kind == .keyword && $0.text == "func" }
    }
  }

  /// Whether a function of Swift is what a script does outside of functions, or a closure of that: `main`,
  /// `closure #1 in pond`.
  private static func isOfScript(_ function: String) -> Bool {
    if function == "main" { return true }
    let words = function.split(separator: " ")
    return words.first == "closure" && words.last?.contains(".") == false && words.count == 4
  }

  private static let declarations: Set<String> = [
    "func", "class", "struct", "enum", "extension", "actor", "protocol", "init", "deinit", "subscript",
  ]

  /// Whether a line of Swift is in no declaration but that of a variable.
  private static func isInScript(_ line: Int, _ text: SourceText) -> Bool {
    guard line >= 1, line <= text.lineCount else { return false }
    // Whether each open brace is that of a declaration.
    var open: [Bool] = []
    for number in 1..<line {
      let words = text.words(number)
      for (position, word) in words.enumerated() {
        if word.isSign("{") { open.append(words[..<position].contains { declarations.contains($0.text) }) }
        if word.isSign("}") { _ = open.popLast() }
      }
    }
    return !open.contains(true) && !text.words(line).contains { declarations.contains($0.text) }
  }

  /// Whether a lambda begins on the line or above it. A compiler may leave out which function it is in.
  private static func hasLambda(upTo line: Int, _ text: SourceText) -> Bool {
    guard line >= 1, line <= text.lineCount else { return false }
    return (1...line).contains { number in
      let words = text.words(number)
      return words.indices.contains { index in
        guard words[index].isSign("["), index + 1 < words.count else { return false }
        let isIndex =
          index > 0
          && (words[index - 1].isName || words[index - 1].isSign(")") || words[index - 1].isSign("]"))
        if isIndex { return false }
        if ["]", "&", "=", "this"].contains(words[index + 1].text) { return true }
        // `[job] {`, `[a, b](int n)`; an element that an initializer names has a sign behind it.
        guard words[index + 1].kind == .identifier,
          let close = words[index...].firstIndex(where: { $0.isSign("]") }), close + 1 < words.count
        else { return false }
        return words[close + 1].isSign("(") || words[close + 1].isSign("{")
      }
    }
  }

  /// The function that a closure or an operator is in, by name: the last word that a person wrote.
  private static func enclosing(_ function: String) -> String? {
    var words: [Substring] = []
    var start = function.startIndex
    func isPart(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || character == "_"
    }
    while let begin = function[start...].firstIndex(where: isPart) {
      let end = function[begin...].firstIndex { !isPart($0) } ?? function.endIndex
      words.append(function[begin..<end])
      start = end
    }
    return words.last { word in
      word.first?.isNumber != true && word.first != "_" && !made.contains(String(word)) && word.count > 1
    }.map(String.init)
  }
}
