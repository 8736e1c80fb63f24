/// Finds the function, the initializer or the accessor of a file in Swift around a line.
struct SwiftFunctionFinder {
  private enum Block { case plain, function }

  private static let accessors: Set<String> = ["get", "set", "didSet", "willSet", "_read", "_modify"]

  private var open: [Block] = []
  /// The words behind `func`, `init` or `var` up to the brace.
  private var head: [CodeWord]?
  private var functionHead: [CodeWord] = []
  private var body: [CodeWord] = []
  private var isInFunction = false
  private var depth = 0
  private var last: CodeWord?
  /// Whether the body is that of a variable, which may consist of accessors.
  private var isVariable = false

  private init() {}

  /// The function around a line: its head and its body with braces; nil where none is.
  static func find(_ line: Int, in text: SourceText) -> CFunctionFinder.Found? {
    var finder = SwiftFunctionFinder()
    for number in 1..<(text.lineCount + 1) {
      let words = text.words(number)
      // Lines that are compiled only under a condition, in a function: two readings.
      if let first = words.first?.text, ["#if", "#else", "#elseif", "#endif"].contains(first),
        finder.isInFunction
      {
        finder.body = []
        continue
      }
      for word in words {
        guard finder.open.count < 200 else { return nil }
        guard finder.take(CodeWord(word: word, line: number)), number >= line else { continue }
        let body = finder.body
        guard body.first?.isSign("{") == true, body.count < CFunctionFinder.mostWords,
          body.contains(where: { $0.line == line })
        else { return nil }
        return CFunctionFinder.Found(head: finder.functionHead, body: body)
      }
      if number >= line, !finder.isInFunction, finder.head == nil { return nil }
    }
    return nil
  }

  /// Takes a word. True where it ends a function.
  private mutating func take(_ word: CodeWord) -> Bool {
    defer { last = word }
    if isInFunction { return takeInBody(word) }
    let isBegin = ["func", "init", "deinit", "subscript", "var"].contains { word.isKeyword($0) }
    if isBegin, last?.isSign(".") != true, depth == 0 || word.isKeyword("func") {
      head = [word]
      depth = 0
      return false
    }
    // Outside of functions such a word begins an accessor.
    let isNamed = head?.first?.isKeyword("func") == true || last?.isSign(".") == true
    if word.isName, !isNamed, Self.accessors.contains(word.text) { (head, depth) = ([word], 0) }
    switch word.text {
    case "(" where word.word.kind == .sign, "[" where word.word.kind == .sign: depth += 1
    case ")" where word.word.kind == .sign, "]" where word.word.kind == .sign: depth = max(0, depth - 1)
    case "{" where word.word.kind == .sign: begin(word)
    case "}" where word.word.kind == .sign:
      _ = open.popLast()
      // The value of a parameter may have braces.
      if depth == 0 { head = nil }
    case "let", "case", "class", "struct", "enum", "extension", "protocol", "actor", "import":
      if word.word.kind == .keyword, depth == 0 { head = nil }
    default: break
    }
    if let count = head?.count, count < 300 { head?.append(word) }
    return false
  }

  private mutating func takeInBody(_ word: CodeWord) -> Bool {
    // `var n: Int { get {...} }`: each accessor is a function.
    if isVariable, body.count == 1,
      Self.accessors.contains(word.text) || ["mutating", "nonmutating", "@inlinable"].contains(word.text)
    {
      isInFunction = false
      open[open.count - 1] = .plain
      head = Self.accessors.contains(word.text) ? [word] : nil
      return false
    }
    if !body.isEmpty, body.count < CFunctionFinder.mostWords { body.append(word) }
    if word.isSign("{") { open.append(.plain) }
    guard word.isSign("}"), open.popLast() == .function else { return false }
    isInFunction = false
    return true
  }

  private mutating func begin(_ word: CodeWord) {
    guard depth == 0, let head, let first = head.first, !Self.isValue(head) else {
      return open.append(.plain)
    }
    functionHead = head
    isVariable = first.isKeyword("var") || first.isKeyword("subscript")
    self.head = nil
    body = [word]
    isInFunction = true
    open.append(.function)
  }

  /// `var n = { ... }()`, whose braces are those of a closure.
  private static func isValue(_ head: [CodeWord]) -> Bool {
    head.first?.isKeyword("var") == true && head.contains { $0.isSign("=") }
  }
}
