/// Variables and parameters of a function, which each call has for itself, in any language with braces.
enum LocalNames {
  private typealias Words = [LexedLine.Word]

  /// Lines before a line that are looked through for the beginning of its function.
  private static let mostLines = 2_000

  /// Words that a block begins with which is no code that runs.
  private static let types: Set<String> = [
    "namespace", "class", "struct", "union", "enum", "extension", "protocol", "actor", "impl", "trait", "mod",
    "interface", "extern",
  ]
  private static let declaring: Set<String> = ["let", "var", "mut", "auto", "for", "const", "ref"]
  private static let behind: Set<String> = ["=", ";", "(", "{", ",", ":", "[", ")", ":="]

  /// Whether the function around a line, counted from 1, declares a name before the line ends, or on it.
  ///
  /// What looks like a declaration counts as one.
  static func declares(_ name: String, before line: Int, in text: SourceText) -> Bool {
    let words = self.words(before: line, in: text)
    return words.indices.contains { place in
      words[place].kind == .identifier && words[place].text == name && isDeclared(place, words, text.language)
    }
  }

  /// The words of the outermost function around a line, up to the end of the line.
  private static func words(before line: Int, in text: SourceText) -> Words {
    let words = (max(1, line - mostLines)...max(1, line)).flatMap { text.words($0) }
    let start = words.count - text.words(line).count
    var (depth, first) = (0, start)
    var place = start
    while place > 0 {
      place -= 1
      if words[place].isSign("}") { depth += 1 }
      guard words[place].isSign("{") else { continue }
      guard depth == 0 else {
        depth -= 1
        continue
      }
      let head = head(before: place, words)
      // A function has brackets; parameters and results can be structs and interfaces.
      let isFunction = words[head..<place].contains { $0.isSign("(") }
      if !isFunction, words[head..<place].contains(where: { types.contains($0.text) }) { break }
      first = head
    }
    return Array(words[first...])
  }

  /// Where the words begin that a brace belongs to.
  private static func head(before brace: Int, _ words: Words) -> Int {
    var (place, depth) = (brace, 0)
    while place > 0 {
      let word = words[place - 1]
      if word.isSign(")") { depth += 1 }
      if word.isSign("(") { depth -= 1 }
      // The semicolons of a `for` are in its brackets; a brace in brackets begins a closure that is passed on.
      if depth <= 0, word.kind == .sign, [";", "{", "}"].contains(word.text) { break }
      place -= 1
    }
    return place
  }

  private static func isDeclared(_ place: Int, _ words: Words, _ language: SourceLanguage) -> Bool {
    let next = place + 1 < words.count ? words[place + 1] : nil
    guard place > 0 else { return false }
    let before = words[place - 1]
    if before.isSelector { return false }
    if declaring.contains(before.text) { return true }
    switch language {
    case .go: return isListed(place, words)
    case .rust, .swift:
      // `name: Type` of a parameter, and of a closure `|name|`.
      return next?.isSign(":") == true || before.isSign("|") || next?.text == "in"
    case .c, .ocaml:
      guard let next, behind.contains(next.text) else { return false }
      if before.kind == .identifier || before.isSign(">") { return true }
      if before.kind == .keyword {
        return !["return", "else", "case", "goto", "delete", "throw"].contains(before.text)
      }
      guard ["*", "&", "&&"].contains(before.text), place > 1 else { return false }
      let type = words[place - 2]
      return type.isSign(">") || (type.isName && place > 2 && !isOperand(words[place - 3]))
        || ["auto", "const", "int", "char", "long", "void"].contains(type.text)
    }
  }

  /// Whether what comes before a name makes that name part of an expression: `x = a * b`.
  private static func isOperand(_ word: LexedLine.Word) -> Bool {
    word.text == "return"
      || (word.kind == .sign && !["(", ",", ";", "{", "}", "<", "::"].contains(word.text))
  }

  /// Whether a name of Go is in a list that `:=` makes, or a parameter with its type behind it.
  private static func isListed(_ place: Int, _ words: Words) -> Bool {
    var end = place + 1
    while end + 1 < words.count, words[end].isSign(","), words[end + 1].kind == .identifier { end += 2 }
    guard end < words.count else { return false }
    if words[end].isSign(":=") { return true }
    guard words[place - 1].isSign("(") || words[place - 1].isSign(",") else { return false }
    return words[end].kind == .identifier || ["*", "[", "..."].contains(words[end].text)
      || ["map", "chan", "func", "interface", "struct"].contains(words[end].text)
  }
}
