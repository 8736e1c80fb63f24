/// Finds the function of a file in C or C++ around a line by its braces.
///
/// Where lines are compiled only under a condition, the braces of each branch are counted by themselves.
struct CFunctionFinder {
  /// A function with what is before its body.
  struct Found {
    /// Its type, its name, its parameters.
    let head: [CodeWord]
    /// Its body, braces included.
    let body: [CodeWord]
  }

  /// The words of a function that are read at most.
  static let mostWords = 60_000
  /// The words of a declaration that are read at most.
  private static let mostHeadWords = 300

  /// How deep blocks and conditions may be in each other.
  private static let deepest = 200

  private enum Block { case container, other, member, function }

  /// Where a condition of the preprocessor begins.
  private struct Condition {
    let open: [Block]
    let isInFunction: Bool
    /// The position of the first word of its branch in the function.
    var start: Int
  }

  private var head: [CodeWord] = []
  private var functionHead: [CodeWord] = []
  private var body: [CodeWord] = []
  private var open: [Block] = []
  private var isInFunction = false
  private var isReadable = true
  private var conditions: [Condition] = []

  private init() {}

  /// The function around a line; nil where none is, or where it cannot be read.
  static func find(_ line: Int, in text: SourceText) -> Found? {
    var finder = CFunctionFinder()
    var isDirective = false
    for number in 1..<(text.lineCount + 1) {
      let words = text.words(number)
      let goesOn = isDirective
      isDirective = (goesOn || words.first?.text.hasPrefix("#") == true)
      if isDirective {
        if !goesOn { finder.take(directive: words) }
        isDirective = words.last?.isSign("\\") == true
        if number == line { return nil }
        continue
      }
      for word in words {
        guard finder.open.count < deepest, finder.conditions.count < deepest else { return nil }
        guard finder.take(CodeWord(word: word, line: number)) else { continue }
        if number >= line { return finder.found(line) }
      }
      // Behind the line and in no function: the line is in none.
      if number >= line, !finder.isInFunction { return nil }
    }
    return nil
  }

  private func found(_ line: Int) -> Found? {
    guard isReadable, body.count < Self.mostWords, body.contains(where: { $0.line == line }) else {
      return nil
    }
    return Found(head: functionHead, body: body)
  }

  /// Takes a word. True where it ends a function.
  private mutating func take(_ word: CodeWord) -> Bool {
    if isInFunction, body.count < Self.mostWords { body.append(word) }
    if word.isSign("{") {
      begin(word)
    } else if word.isSign("}") {
      let ended = open.popLast()
      if ended == .member { head.append(word) } else if !isInFunction { head = [] }
      if ended == .function {
        isInFunction = false
        head = []
        return true
      }
    } else if !isInFunction, open.last != .member {
      if word.isSign(";") { head = [] } else if head.count < Self.mostHeadWords { head.append(word) }
    }
    return false
  }

  private mutating func begin(_ word: CodeWord) {
    guard !isInFunction else { return open.append(.other) }
    let declaration = CDeclaration(head)
    switch declaration.kind {
    case .function where open.allSatisfy({ $0 == .container }):
      open.append(.function)
      isInFunction = true
      isReadable = head.count < Self.mostHeadWords
      functionHead = head
      body = [word]
    case .container where open.allSatisfy({ $0 == .container }):
      open.append(.container)
      head = []
    case .member:
      // `Pond() : n_{0} {`: the declaration goes on behind the value.
      open.append(.member)
    default:
      open.append(.other)
      head = []
    }
  }

  private mutating func take(directive words: [LexedLine.Word]) {
    guard let first = words.first else { return }
    let name = first.text == "#" ? "#" + (words.count > 1 ? words[1].text : "") : first.text
    switch name {
    case "#if", "#ifdef", "#ifndef":
      conditions.append(Condition(open: open, isInFunction: isInFunction, start: body.count))
    case "#else", "#elif", "#elifdef", "#elifndef":
      guard var condition = conditions.popLast() else { return }
      endBranch(condition)
      if open != condition.open {
        open = condition.open
        isInFunction = condition.isInFunction
        head = []
      }
      condition.start = body.count
      conditions.append(condition)
    case "#endif": if let condition = conditions.popLast() { endBranch(condition) }
    // OpenMP keeps others out by directives.
    case "#pragma" where words.count > 1 && words[1].text == "omp": isReadable = isReadable && !isInFunction
    default: break
    }
  }

  /// Looks at a branch that is compiled only under a condition. In a function it must hold whole statements that go
  /// on to the next, and nothing that could take a lock.
  private mutating func endBranch(_ condition: Condition) {
    guard condition.isInFunction else { return }
    guard isInFunction, open == condition.open, condition.start <= body.count else {
      return isReadable = false
    }
    let branch = body[condition.start...]
    guard let last = branch.last else { return }
    let isPlain = branch.allSatisfy { word in
      if word.word.kind == .keyword { return !CStatements.control.contains(word.text) }
      return !word.isSign("{") && !word.isSign("}") && !(word.isName && LockWords.areMeant(by: word.text))
    }
    let before = condition.start > 0 ? body[condition.start - 1].text : "{"
    if !isPlain || !last.isSign(";") || ![";", "{", "}"].contains(before) { isReadable = false }
  }
}
