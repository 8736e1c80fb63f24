/// The blocks of a Go function: which of them is in which, and what they are. A bracket of a literal or a type is a
/// block too: nothing is said in it.
struct GoBlocks {
  /// What a block is.
  enum Kind {
    /// The body of the function.
    case function
    /// The body of a function without a name.
    case literal(Start)
    /// The body of a loop.
    case loop
    /// A clause of a `switch` or a `select`.
    case clause
    /// Anything else between braces.
    case plain
  }

  /// How a function without a name is used where it stands.
  enum Start {
    /// `go func() {...}()`
    case goroutine
    /// `defer func() {...}()`
    case deferred
    /// It is called, passed or kept.
    case value
  }

  /// A word of the function.
  struct Token {
    /// The word.
    let word: LexedLine.Word
    /// The number of its line.
    let line: Int
    /// The block that it is in; a brace is in the block around it.
    let block: Int
  }

  /// The words in their order.
  private(set) var tokens: [Token] = []
  private var parents: [Int] = [-1]
  private var kinds: [Kind] = [.function]
  /// The last statement of each block, as the position of its first word.
  private var lastStatements: [Int: Int] = [:]

  /// The blocks of a function; nil where its braces do not match, or where it jumps.
  init?(_ body: GoFunctionBody, in text: SourceText) {
    let words = body.lines.flatMap { line in text.words(line).map { ($0, line) } }
    // Whoever jumps may come from anywhere.
    if words.contains(where: { $0.0.kind == .keyword && $0.0.text == "goto" }) { return nil }
    var open: [Int] = []
    var switches: Set<Int> = []
    var current = -1
    for (position, (word, line)) in words.enumerated() {
      if word.isSign("}") {
        if let block = open.last, isClause(block) { open.removeLast() }
        guard open.popLast() != nil else { return nil }
        current = open.last ?? -1
      }
      if word.kind == .keyword, word.text == "case" || word.text == "default", let block = open.last {
        let around = isClause(block) ? parents[block] : block
        if switches.contains(around) {
          if isClause(block) { open.removeLast() }
          current = add(.clause, in: around)
          open.append(current)
        }
      }
      if Self.beginsStatement(position, words), current >= 0 { lastStatements[current] = position }
      tokens.append(Token(word: word, line: line, block: max(0, current)))
      guard word.isSign("{") else { continue }
      let kind = open.isEmpty ? Kind.function : Self.kind(position, words)
      current = open.isEmpty ? 0 : add(kind, in: current)
      if Self.opensClauses(position, words) { switches.insert(current) }
      open.append(current)
    }
    guard open.isEmpty else { return nil }
  }

  private mutating func add(_ kind: Kind, in parent: Int) -> Int {
    parents.append(parent)
    kinds.append(kind)
    return kinds.count - 1
  }

  private func isClause(_ block: Int) -> Bool { if case .clause = kinds[block] { true } else { false } }

  // MARK: Asking

  /// What a block is.
  func kind(of block: Int) -> Kind { kinds[block] }

  /// A block and those around it, up to the function that it is in, which may have no name.
  func path(to block: Int) -> [Int] {
    var path = [block]
    while let last = path.last, last > 0, !isFunction(last) { path.append(parents[last]) }
    return path
  }

  /// The function that a block is in.
  func function(of block: Int) -> Int { path(to: block).last ?? 0 }

  private func isFunction(_ block: Int) -> Bool {
    switch kinds[block] {
    case .function, .literal: true
    default: false
    }
  }

  /// The loops around a block, in its function, the innermost first.
  func loops(around block: Int) -> [Int] {
    path(to: block).filter { if case .loop = kinds[$0] { true } else { false } }
  }

  /// The word that the last statement of a block begins with; nil of an empty one.
  func lastStatement(of block: Int) -> LexedLine.Word? { lastStatements[block].map { tokens[$0].word } }

  // MARK: Words

  private typealias Words = [(LexedLine.Word, Int)]

  /// Whether a statement begins at a word: the first of its line, or behind a brace or a semicolon.
  private static func beginsStatement(_ position: Int, _ words: Words) -> Bool {
    guard position > 0 else { return true }
    let (before, line) = words[position - 1]
    if before.kind == .sign, ["{", "}", ";", ":"].contains(before.text) {
      return !words[position].0.isSign("}")
    }
    if words[position].1 == line || words[position].0.isSign("}") { return false }
    return before.kind != .sign || [")", "]", "++", "--"].contains(before.text)
  }

  /// What the block is that a brace opens.
  private static func kind(_ position: Int, _ words: Words) -> Kind {
    let head = head(position, words)
    if let function = head.lastIndex(where: { $0.0.kind == .keyword && $0.0.text == "func" }) {
      let before = function > head.startIndex ? head[function - 1].0 : nil
      switch before?.text {
      case "go": return .literal(.goroutine)
      case "defer": return .literal(.deferred)
      default: return .literal(.value)
      }
    }
    return head.first.map { $0.0.kind == .keyword && $0.0.text == "for" } == true ? .loop : .plain
  }

  private static func opensClauses(_ position: Int, _ words: Words) -> Bool {
    head(position, words).first.map { $0.0.kind == .keyword && ["switch", "select"].contains($0.0.text) }
      == true
  }

  /// The words of the statement before a brace.
  private static func head(_ position: Int, _ words: Words) -> ArraySlice<(LexedLine.Word, Int)> {
    var start = position
    while start > 0, !beginsStatement(start, words) { start -= 1 }
    return words[start..<position]
  }
}
