/// The words of a function above a line, in any language with braces.
enum FunctionWords {
  private typealias Words = [LexedLine.Word]

  /// Lines before a line that are looked through for the beginning of its function.
  private static let mostLines = 2_000

  /// Words that begin a block of declarations.
  private static let types: Set<String> = [
    "namespace", "class", "struct", "union", "enum", "extension", "protocol", "actor", "impl", "trait", "mod",
    "interface", "extern",
  ]
  /// The most words before a brace that are looked at.
  private static let longestHead = 400
  private static let loops: Set<String> = ["for", "while", "do", "loop", "repeat"]

  /// The words of the outermost function around a line, up to the end of the line.
  static func before(_ line: Int, in text: SourceText) -> [LexedLine.Word] {
    look(before: line, in: text).words
  }

  /// How many blocks of its function are open above a line; nil if the beginning of the function is too far away.
  static func openBlocks(above line: Int, in text: SourceText) -> Int? {
    let found = look(before: line, in: text)
    guard !found.isCut else { return nil }
    return found.words.dropLast(text.words(line).count).reduce(0) { depth, word in
      depth + (word.isSign("{") ? 1 : word.isSign("}") ? -1 : 0)
    }
  }

  /// - Returns: also whether the function may begin before the lines that are looked through.
  private static func look(before line: Int, in text: SourceText) -> (words: Words, isCut: Bool) {
    let top = max(1, line - mostLines)
    let words = (top...max(1, line)).flatMap { text.words($0) }
    let start = words.count - text.words(line).count
    var (depth, first) = (0, start)
    var position = start
    while position > 0 {
      position -= 1
      if words[position].isSign("}") { depth += 1 }
      guard words[position].isSign("{") else { continue }
      guard depth == 0 else {
        depth -= 1
        continue
      }
      let head = head(before: position, words)
      // A function has brackets; parameters and results can be structs and interfaces.
      let isFunction = words[head..<position].contains { $0.isSign("(") }
      if !isFunction, words[head..<position].contains(where: { types.contains($0.text) }) {
        return (Array(words[first...]), false)
      }
      first = head
    }
    return (Array(words[first...]), top > 1)
  }

  /// Where the statement that opens a brace begins.
  private static func head(before brace: Int, _ words: Words) -> Int {
    var (position, depth) = (brace, 0)
    while position > 0, brace - position < longestHead {
      let word = words[position - 1]
      if word.isSign(")") { depth += 1 }
      if word.isSign("(") { depth -= 1 }
      // The semicolons of a `for` are in its brackets; a brace in brackets begins a closure that is passed on.
      if depth <= 0, word.kind == .sign, [";", "{", "}"].contains(word.text) { break }
      position -= 1
    }
    return position
  }

  /// Whether a line is in a loop of its function, or begins one; also if the beginning of the function is too far away. Not
  /// for Go, whose loop heads have no parentheses.
  static func isInLoop(_ line: Int, in text: SourceText) -> Bool {
    let own = text.words(line)
    let found = look(before: line, in: text)
    return found.isCut || own.first.map(isLoop) == true || openLoops(found.words.dropLast(own.count)) > 0
  }

  /// How many loops the words open and do not close.
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
