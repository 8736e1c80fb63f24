/// What a statement writes, when it is one thing that has a name.
struct WriteTarget {
  /// The names, the outermost owner first: `c`, `items`.
  let chain: [String]
  /// The names as the code has them, with what is read through: `c->items`, `*p`.
  let name: String
  /// Whether what is written is an element of it: `c.items[i] = n`.
  let isElement: Bool
  /// The statement as a style guide would write it, where it changes what it reads and is short: `p.Finished++`.
  let statement: String?

  private typealias Words = [LexedLine.Word]

  private static let signs: Set<String> = [
    "=", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "&^=",
  ]
  /// Words of a short statement at most.
  private static let mostWords = 14
  /// What the kernel writes memory with that others read without a lock.
  private static let storingMacros: Set<String> = ["WRITE_ONCE"]

  /// Reads a statement; nil where it writes several things, or something without a name.
  init?(_ words: [LexedLine.Word], _ language: SourceLanguage) {
    let words = Self.withoutLoop(words, language)
    if let stored = Self.firstArgument(words, language) {
      self.init(stored, statement: nil, isElement: words[0].text == "copy")
      return
    }
    let assigned = words.indices.filter { words[$0].kind == .sign && Self.signs.contains(words[$0].text) }
    guard assigned.count == 1, let sign = assigned.first, !Self.declares(words, language),
      case let start = Self.start(words, before: sign),
      let (path, end) = Self.path(words, start, language)
    else { return nil }
    // `++n` begins with what it does.
    if sign == start - 1, ["++", "--"].contains(words[sign].text) {
      self.init(path, statement: words[sign].text + path.name)
      return
    }
    // An index may follow: what is written is an element.
    var position = end
    while position < sign, words[position].isSign("[") {
      guard let close = Self.closing(words, position), close < sign else { return nil }
      position = close + 1
    }
    // `grid[2].size = 1`: a field of one.
    if end < position, position < sign, words[position].isSign("."), position + 2 == sign,
      words[position + 1].isName
    {
      let field = words[position + 1].text
      let name = "\(field) of an element of \(path.name)"
      self.init(Path(parts: path.parts + [field], name: name), statement: nil)
      return
    }
    guard position == sign else { return nil }
    let changes =
      end == sign
      && (words[sign].text != "=" || Self.appends(words[(sign + 1)...], to: words[start..<end], language))
    // What comes before it on the line may be a lock.
    let isAlone = !words[..<start].contains { $0.isSign(";") }
    self.init(
      path, statement: changes && isAlone ? Self.spaced(words[start...]) : nil, isElement: end != sign)
  }

  /// Names with what parts them.
  private struct Path {
    var parts: [String]
    var name: String
  }

  private init(_ path: Path, statement: String?, isElement: Bool = false) {
    self.isElement = isElement
    chain = path.parts
    name = path.name
    self.statement = statement
  }

  /// The statement that a loop of C on the same line repeats, where the head of the loop writes nothing but a variable that it
  /// declares: `sum += i;` of `for (int i = 0; i < n; i++) sum += i;`.
  private static func withoutLoop(_ words: Words, _ language: SourceLanguage) -> Words {
    guard language == .c, words.count > 4, words[0].text == "for", words[1].isSign("("),
      let close = closing(words, 1), close + 1 < words.count, !words[close + 1].isSign("{"),
      let sign = words[..<close].firstIndex(where: { $0.isSign("=") }), sign > 3, words[sign - 1].isName,
      [.keyword, .identifier].contains(words[sign - 2].kind)
    else { return words }
    let variable = words[sign - 1].text
    let isOwn = words[(sign + 1)..<close].indices.allSatisfy { position in
      guard words[position].kind == .sign, signs.contains(words[position].text) else { return true }
      return words[position - 1].text == variable || words[position + 1].text == variable
    }
    return isOwn ? Array(words[(close + 1)...]) : words
  }

  // MARK: Parts of a statement

  /// What each of several statements on a line writes that gives something a value; nil where one of them does more
  /// than that, or writes what has no name.
  static func each(_ words: [LexedLine.Word], _ language: SourceLanguage) -> [WriteTarget]? {
    var targets: [WriteTarget] = []
    for statement in words.split(whereSeparator: { $0.isSign(";") }) {
      let writes = statement.contains { $0.kind == .sign && (signs.contains($0.text) || $0.text == ":=") }
      guard writes else { continue }
      guard let target = WriteTarget(Array(statement), language) else { return nil }
      targets.append(target)
    }
    return targets
  }

  /// Whether something is declared, or a function without a name begins, that may write as well.
  private static func declares(_ words: Words, _ language: SourceLanguage) -> Bool {
    guard language.isGo else { return false }
    return words.contains { $0.isSign(":=") || ($0.kind == .keyword && $0.text == "func") }
  }

  /// Whether what is assigned is `append(x, ...)` of the same `x`.
  private static func appends(
    _ value: ArraySlice<LexedLine.Word>, to target: ArraySlice<LexedLine.Word>, _ language: SourceLanguage
  ) -> Bool {
    guard language.isGo, value.first?.text == "append", value.dropFirst().first?.isSign("(") == true else {
      return false
    }
    let list = value.dropFirst(2)
    return list.count > target.count + 1 && list.dropFirst(target.count).first?.isSign(",") == true
      && zip(list, target).allSatisfy { $0.text == $1.text }
  }

  /// Where what is assigned begins: behind the bracket or the semicolon that ends what comes before, or behind the
  /// condition of an `if`.
  private static func start(_ words: Words, before sign: Int) -> Int {
    var start =
      words[..<sign].lastIndex { $0.kind == .sign && ["{", ";", "}"].contains($0.text) }.map { $0 + 1 } ?? 0
    if start < sign, words[start].kind == .keyword, ["if", "else", "while"].contains(words[start].text) {
      if words[start].text == "else" { start += 1 }
      if start + 1 < sign, words[start].kind == .keyword, words[start + 1].isSign("("),
        let close = closing(words, start + 1), close < sign
      {
        start = close + 1
      }
    }
    // `++n`
    return start == sign ? sign + 1 : start
  }

  /// `c.items` of `delete(c.items, key)`, `done` of `close(done)`, `buf` of `copy(buf, text)`, `s->n` of `WRITE_ONCE(s->n, 1)`.
  private static func firstArgument(_ words: Words, _ language: SourceLanguage) -> Path? {
    let closing = words.split { $0.isSign(";") }.filter { $0.first?.text == "close" }
    // Of several statements the one that closes a channel is called as such.
    if language.isGo, closing.count == 1, let statement = closing.first, statement.count < words.count,
      !words.contains(where: { $0.kind == .sign && signs.contains($0.text) })
    {
      return firstArgument(Array(statement), language)
    }
    guard words.count > 3, words[1].isSign("("),
      language.isGo
        ? ["delete", "copy", "close"].contains(words[0].text)
        : language == .c && storingMacros.contains(words[0].text),
      let (path, end) = path(words, 2, language), end < words.count,
      words[end].isSign(words[0].text == "close" ? ")" : ",")
    else { return nil }
    return path
  }

  /// The names that begin at a word.
  private static func path(
    _ words: Words, _ start: Int, _ language: SourceLanguage
  ) -> (path: Path, end: Int)? {
    var (name, position) = ("", start)
    if position < words.count, words[position].isSign("*"), language != .swift {
      name = "*"
      position += 1
    }
    guard position < words.count, words[position].isName else { return nil }
    var parts = [words[position].text]
    name += words[position].text
    position += 1
    while position + 1 < words.count, words[position].isSelector,
      words[position + 1].kind == .identifier
    {
      parts.append(words[position + 1].text)
      name += words[position].text + words[position + 1].text
      position += 2
    }
    return (Path(parts: parts, name: name), position)
  }

  private static func closing(_ words: Words, _ open: Int) -> Int? {
    var depth = 0
    for position in open..<words.count where words[position].kind == .sign {
      if ["[", "("].contains(words[position].text) { depth += 1 }
      if ["]", ")"].contains(words[position].text) { depth -= 1 }
      if depth == 0 { return position }
    }
    return nil
  }

  /// A short statement with blanks around signs of two operands; nil of a longer one.
  private static func spaced(_ words: ArraySlice<LexedLine.Word>) -> String? {
    let words = words.prefix { !$0.isSign(";") && !$0.isSign("}") }
    guard words.count <= mostWords else { return nil }
    return words.map { word in
      if word.isSign(",") { return ", " }
      let isSpaced = signs.contains(word.text) || ["+", "-", "/", "%", "|", "^"].contains(word.text)
      return word.kind == .sign && isSpaced && !["++", "--"].contains(word.text)
        ? " \(word.text) " : word.text
    }.joined()
  }
}
