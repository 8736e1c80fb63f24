/// What a brace outside of functions begins, by the words before it.
struct CDeclaration {
  enum Kind {
    /// A namespace, a class, a block of `extern "C"`.
    case container
    /// The body of a function.
    case function
    /// The value of a member in a constructor: `n_{0}`.
    case member
    /// Values, an enumeration, or what is not understood.
    case other
  }

  let kind: Kind

  private static let types: Set<String> = ["class", "struct", "union"]
  private static let qualifiers: Set<String> = [
    "const", "noexcept", "override", "final", "volatile", "mutable",
  ]

  init(_ head: [CodeWord]) {
    // What `template <...>`, labels and attributes put before it does not matter.
    let words = Self.withoutTemplate(head[...])
    guard let first = words.first, let last = words.last else {
      kind = .other
      return
    }
    let leading = words.prefix { $0.word.kind == .keyword || $0.isSign("[") || $0.isSign("]") }.map(\.text)
    let hasBrackets = words.contains { $0.isSign("(") }
    if words.contains(where: { $0.isKeyword("namespace") }), !hasBrackets {
      kind = .container
    } else if first.isKeyword("extern"), words.count == 2, last.word.kind == .string {
      kind = .container
    } else if leading.contains("enum") || first.text.hasPrefix("@") || first.isSign("-") || first.isSign("+")
    {
      kind = .other
    } else if leading.contains(where: Self.types.contains), !Self.isFunction(words, last) {
      kind = words.contains { $0.isSign("=") } ? .other : .container
    } else if hasBrackets {
      kind = Self.kind(ofCall: words, last)
    } else {
      kind = .other
    }
  }

  private static func isFunction(_ words: ArraySlice<CodeWord>, _ last: CodeWord) -> Bool {
    last.isSign(")") || (last.word.kind == .keyword && last.text != "final" && qualifiers.contains(last.text))
  }

  /// Words behind `template <...>` and behind `public:`.
  private static func withoutTemplate(_ head: ArraySlice<CodeWord>) -> ArraySlice<CodeWord> {
    var rest = head
    while let first = rest.first {
      if ["public", "private", "protected", "signals"].contains(first.text),
        rest.count > 1, rest[rest.startIndex + 1].isSign(":")
      {
        rest = rest.dropFirst(2)
      } else if first.isKeyword("template"), rest.count > 1, rest[rest.startIndex + 1].isSign("<") {
        rest = rest.dropFirst()
        var depth = 0
        while let word = rest.first {
          rest = rest.dropFirst()
          if word.isSign("<") { depth += 1 }
          if word.isSign(">") { depth -= 1 }
          if depth == 0 { break }
        }
      } else {
        return rest
      }
    }
    return rest
  }

  private static func kind(ofCall words: ArraySlice<CodeWord>, _ last: CodeWord) -> Kind {
    if let first = words.first, first.word.kind == .keyword, CStatements.control.contains(first.text) {
      return .other
    }
    guard let open = words.firstIndex(where: { $0.isSign("(") }), open > words.startIndex else {
      return .other
    }
    let name = words[open - 1]
    let isOperator = words[..<open].contains { $0.isKeyword("operator") }
    guard name.isName || isOperator else { return .other }
    if !isOperator, words[..<open].contains(where: { $0.isSign("=") }) { return .other }
    // The list of a constructor: a name or a type before a brace has its value there.
    var depth = 0
    var hasList = false
    for index in words[open...].indices {
      if words[index].isSign("(") { depth += 1 }
      if words[index].isSign(")") { depth -= 1 }
      if depth == 0, words[index].isSign(":"),
        words[index - 1].isSign(")") || words[index - 1].text == "noexcept"
      {
        hasList = true
      }
      if depth == 0, words[index].isSign("="), !isOperator { return .other }
    }
    guard depth == 0 else { return .other }
    if hasList, last.isName || last.isSign(">") { return .member }
    if hasList { return last.isSign(")") || last.isSign("}") ? .function : .other }
    let fits =
      last.isSign(")") || last.isSign("&") || last.isSign("&&") || last.isSign(">") || last.isSign("*")
      || last.isSign("]") || last.isName || last.word.kind == .keyword
    return fits && last.text != "try" ? .function : .other
  }
}
