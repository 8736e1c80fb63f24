/// The words of a function above a line, in any language with braces.
enum FunctionWords {
  private typealias Words = [LexedLine.Word]

  /// Lines before a line that are looked through for the beginning of its function.
  private static let mostLines = 2_000

  /// Words that a block begins with which is no code that runs.
  private static let types: Set<String> = [
    "namespace", "class", "struct", "union", "enum", "extension", "protocol", "actor", "impl", "trait", "mod",
    "interface", "extern",
  ]
  private static let loops: Set<String> = ["for", "while", "do", "loop", "repeat"]

  /// The words of the outermost function around a line, up to the end of the line.
  static func before(_ line: Int, in text: SourceText) -> [LexedLine.Word] {
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

  /// Whether a line is in a loop of its function, or begins one; not of Go, whose loops have no brackets.
  static func isInLoop(_ line: Int, in text: SourceText) -> Bool {
    let own = text.words(line)
    return own.first.map(isLoop) == true || openLoops(before(line, in: text).dropLast(own.count)) > 0
  }

  /// How many loops begin in words and do not end in them.
  static func openLoops(_ words: some Sequence<LexedLine.Word>) -> Int {
    var open: [Bool] = []
    var (isPending, brackets) = (false, 0)
    for word in words {
      if isLoop(word) { (isPending, brackets) = (true, 0) }
      guard word.kind == .sign else { continue }
      switch word.text {
      case "(": brackets += 1
      case ")": brackets -= 1
      case "{":
        open.append(isPending)
        isPending = false
      case "}": _ = open.popLast()
      // A loop of one statement needs no braces; the semicolons of its head are in brackets.
      case ";" where brackets <= 0: isPending = false
      default: break
      }
    }
    return open.count { $0 } + (isPending ? 1 : 0)
  }

  private static func isLoop(_ word: LexedLine.Word) -> Bool {
    word.kind == .keyword && loops.contains(word.text)
  }
}
