/// Variables and parameters of a function, which each call has for itself, in any language with braces.
enum LocalNames {
  private typealias Words = [LexedLine.Word]

  private static let declaring: Set<String> = ["let", "var", "mut", "auto", "for", "const", "ref"]
  private static let behind: Set<String> = ["=", ";", "(", "{", ",", ":", "[", ")", ":="]

  /// Whether the function around a line, counted from 1, declares a name before the line ends, or on it.
  ///
  /// What looks like a declaration counts as one.
  static func declares(_ name: String, before line: Int, in text: SourceText) -> Bool {
    let words = FunctionWords.before(line, in: text)
    return words.indices.contains { position in
      words[position].kind == .identifier && words[position].text == name
        && isDeclared(position, words, text.language)
    }
  }

  private static func isDeclared(_ position: Int, _ words: Words, _ language: SourceLanguage) -> Bool {
    let next = position + 1 < words.count ? words[position + 1] : nil
    guard position > 0 else { return false }
    let before = words[position - 1]
    if before.isSelector { return false }
    if declaring.contains(before.text) { return true }
    switch language {
    case .go: return isListed(position, words)
    case .rust, .swift:
      // `name: Type` of a parameter, and of a closure `|name|`.
      return next?.isSign(":") == true || before.isSign("|") || next?.text == "in"
    case .c, .ocaml:
      guard let next, behind.contains(next.text) else { return false }
      if before.kind == .identifier || before.isSign(">") { return true }
      if before.kind == .keyword {
        return !["return", "else", "case", "goto", "delete", "throw"].contains(before.text)
      }
      guard ["*", "&", "&&"].contains(before.text), position > 1 else { return false }
      let type = words[position - 2]
      return type.isSign(">") || (type.isName && position > 2 && !isOperand(words[position - 3]))
        || ["auto", "const", "int", "char", "long", "void"].contains(type.text)
    }
  }

  /// Whether what comes before a name makes that name part of an expression: `x = a * b`.
  private static func isOperand(_ word: LexedLine.Word) -> Bool {
    word.text == "return"
      || (word.kind == .sign && !["(", ",", ";", "{", "}", "<", "::"].contains(word.text))
  }

  /// Whether a name of Go is in a list that `:=` makes, or a parameter with its type behind it.
  private static func isListed(_ position: Int, _ words: Words) -> Bool {
    var end = position + 1
    while end + 1 < words.count, words[end].isSign(","), words[end + 1].kind == .identifier { end += 2 }
    guard end < words.count else { return false }
    if words[end].isSign(":=") { return true }
    guard words[position - 1].isSign("(") || words[position - 1].isSign(",") else { return false }
    return words[end].kind == .identifier || ["*", "[", "..."].contains(words[end].text)
      || ["map", "chan", "func", "interface", "struct"].contains(words[end].text)
  }
}
