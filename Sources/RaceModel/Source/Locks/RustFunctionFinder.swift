/// Finds the function of a file in Rust around a line. Code that a macro is given is not taken for functions.
struct RustFunctionFinder {
  private enum Block { case plain, macro, function }

  private var open: [Block] = []
  private var head: [CodeWord]?
  private var functionHead: [CodeWord] = []
  private var body: [CodeWord] = []
  private var isInFunction = false
  /// Round and square brackets that are open in the head.
  private var depth = 0
  private var before: [CodeWord] = []

  private init() {}

  /// The function around a line: its head and its body with braces; nil where none is.
  static func find(_ line: Int, in text: SourceText) -> CFunctionFinder.Found? {
    var finder = RustFunctionFinder()
    for number in 1..<(text.lineCount + 1) {
      for word in text.words(number) {
        guard finder.open.count < 200 else { return nil }
        guard finder.take(CodeWord(word: word, line: number)), number >= line else { continue }
        let body = finder.body
        guard body.count < CFunctionFinder.mostWords, body.contains(where: { $0.line == line }) else {
          return nil
        }
        return CFunctionFinder.Found(head: finder.functionHead, body: body)
      }
      if number >= line, !finder.isInFunction { return nil }
    }
    return nil
  }

  /// Takes a word. True where it ends a function.
  private mutating func take(_ word: CodeWord) -> Bool {
    defer {
      before.append(word)
      if before.count > 3 { before.removeFirst() }
    }
    if isInFunction {
      if body.count < CFunctionFinder.mostWords { body.append(word) }
      if word.isSign("{") { open.append(.plain) }
      guard word.isSign("}"), open.popLast() == .function else { return false }
      isInFunction = false
      return true
    }
    if word.isKeyword("fn"), !open.contains(.macro) {
      head = []
      depth = 0
      return false
    }
    switch word.text {
    case "(" where word.word.kind == .sign, "[" where word.word.kind == .sign: depth += 1
    case ")" where word.word.kind == .sign, "]" where word.word.kind == .sign: depth -= 1
    case ";" where word.word.kind == .sign && depth <= 0: head = nil
    case "{" where word.word.kind == .sign: begin(word)
    case "}" where word.word.kind == .sign: _ = open.popLast()
    default: break
    }
    if let count = head?.count, count < 300 { head?.append(word) }
    return false
  }

  private mutating func begin(_ word: CodeWord) {
    if let head, depth <= 0 {
      functionHead = head
      self.head = nil
      body = [word]
      isInFunction = true
      open.append(.function)
    } else {
      // `macro_rules! name {`, `thread_local! {`
      open.append(before.contains { $0.isSign("!") } ? .macro : .plain)
    }
  }
}
