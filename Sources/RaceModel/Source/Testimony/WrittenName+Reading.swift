/// Names of what a line reads.
extension WrittenName {
  /// Functions that a line may call beside reading a variable: they read nothing of the program's but what they are given, and are
  /// no macros that do.
  private static let calls: Set<String> = ["printf", "fprintf", "puts", "assert"]

  /// The variable that a line reads, where it names no other one; nil if the line does not tell.
  ///
  /// Of `n->value` nobody knows whether the race is on the field or on the pointer, but in a method of Go that gives its
  /// receiver to nobody else.
  init?(ofReading line: RacingLine) {
    let (words, language) = (line.words, line.text.language)
    guard line.operation == .read, line.isDirect, line.statement.isWhole, Self.isSimple(words, language),
      let chains = NameChain.all(in: words, language, limit: SharedIdentifiers.mostNames)
    else { return nil }
    let read = chains.filter { chain in
      !chain.isDeclared && !(chain.isAssigned && chain.parts.count == 1) && !Self.isHarmless(chain, language)
    }
    guard let first = read.first, first.parts.count == 1 || Self.isField(first, line), !first.isCut,
      Set(read.map(\.parts)).count == 1, !read.contains(where: { $0.isReceiver || $0.isCalled })
    else { return nil }
    self.init(first.parts.joined(separator: "."))
  }

  /// Whether a name is that of a field of a parameter of Go that no closure shares.
  private static func isField(_ chain: NameChain, _ line: RacingLine) -> Bool {
    guard line.text.language.isGo, chain.parts.count == 2,
      let body = GoFunctionBody(around: line.number, in: line.text),
      line.type(of: chain.parts[0]) != nil
    else { return false }
    let words = body.words
    return words.count { $0.kind == .keyword && $0.text == "func" } == 1
      && !words.indices.dropLast().contains { words[$0].isSign("&") && words[$0 + 1].text == chain.parts[0] }
  }

  /// Whether words read variables by their names alone, and not elements of them or through them.
  private static func isSimple(_ words: [LexedLine.Word], _ language: SourceLanguage) -> Bool {
    switch language {
    case .go, .c: break
    // Their strings can hold names.
    case .swift, .rust, .ocaml: if words.contains(where: { $0.kind == .string }) { return false }
    }
    let changing: Set<String> = [
      "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "&^=",
    ]
    return words.indices.allSatisfy { position in
      let word = words[position]
      if word.kind == .keyword {
        return !["for", "range", "in", "switch", "match", "sizeof"].contains(word.text)
      }
      guard word.kind == .sign else { return true }
      // `*p` and `&x`, not `a * b`.
      let isUnary =
        position == 0 || !(words[position - 1].isName || [")", "]"].contains(words[position - 1].text))
      return !(["*", "&", "<-"].contains(word.text) && isUnary) && !["[", "<-"].contains(word.text)
        && !changing.contains(word.text)
    }
  }

  /// Whether a name is that of a function which may be called beside the reading, or of what the library prints with.
  private static func isHarmless(_ chain: NameChain, _ language: SourceLanguage) -> Bool {
    if language.isGo {
      // `fmt.Println`: the package has no value.
      return chain.parts.count < 3 && (chain.isCalled || chain.isReceiver)
        && chain.parts.first.map(["fmt", "log"].contains) == true
    }
    if chain.parts.first == "std" { return true }
    return chain.isCalled && chain.parts.count == 1 && chain.parts.first.map(calls.contains) == true
  }
}
