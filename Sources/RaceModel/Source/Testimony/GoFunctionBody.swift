/// The function of a Go file around a line, laid out as gofmt does: it begins with `func` and ends with
/// `}` at the beginning of a line.
struct GoFunctionBody {
  /// Builtin functions that run no code of the program and do not panic.
  private static let harmless: Set<String> = [
    "append", "cap", "copy", "len", "max", "min", "new", "print", "println",
  ]
  /// Operators that can panic: a pointer that is nil, an index out of range, a division by zero, a
  /// channel that is closed.
  private static let panicking: Set<String> = [".", "[", "*", "/", "%", "<-", "/=", "%="]

  private let text: SourceText
  /// Its words, those of all its lines.
  let words: [LexedLine.Word]
  /// The numbers of its lines.
  let lines: ClosedRange<Int>

  /// The function around a line, counted from 1; nil where none is.
  init?(around line: Int, in text: SourceText) {
    func begins(_ number: Int, _ word: String) -> Bool {
      text.words(number).first.map { $0.text == word && $0.start == 0 } ?? false
    }
    guard let first = (1..<(line + 1)).last(where: { begins($0, "func") }),
      let last = Self.isOnOneLine(text.words(first))
        ? first : (first..<(text.lineCount + 1)).first(where: { begins($0, "}") }), last >= line
    else { return nil }
    self.text = text
    lines = first...last
    words = lines.flatMap { text.words($0) }
  }

  /// Whether the function's body ends where it begins.
  private static func isOnOneLine(_ words: [LexedLine.Word]) -> Bool {
    guard words.last?.isSign("}") == true else { return false }
    return words.reduce(0) { $0 + ($1.isSign("{") ? 1 : $1.isSign("}") ? -1 : 0) } == 0
  }

  /// The name of the function or the method.
  var name: String? {
    guard words.count > 1 else { return nil }
    guard words[1].isSign("(") else { return words[1].text }
    // The receiver's type may have parameters, no brackets of this kind.
    guard let close = words.firstIndex(where: { $0.isSign(")") }), close + 1 < words.count else { return nil }
    return words[close + 1].text
  }

  /// The name of the receiver; nil of a function, and where it has none.
  var receiver: String? {
    guard words.count > 3, words[1].isSign("("), words[2].kind == .identifier, !words[3].isSign(")") else {
      return nil
    }
    return words[2].text
  }

  /// The type that a method has its receiver of by a value, so that it gets a copy: `T` of `func (c T) Get()`.
  var valueReceiver: String? {
    guard receiver != nil, words.count > 4, words[3].kind == .identifier else { return nil }
    return words[3].text
  }

  /// Whether nothing on a statement can call a function without its name.
  ///
  /// - Parameter panicsCount: whether a panic on it could run a deferred call of the function.
  func rulesOutHiddenCalls(in statement: SourceStatement, panicsCount: Bool) -> Bool {
    let words = statement.words
    // A literal, a new goroutine, a call for later, a loop over a function.
    guard
      !words.contains(where: {
        ["func", "go", "defer", "range", "select"].contains($0.text) && $0.kind == .keyword
      })
    else { return false }
    // Uninstrumented code leaves no frames, so that what it calls seems to be called by this line.
    guard !text.hasUninstrumentedCode, hasOnlyLiteralDefers else { return false }
    if panicsCount, words.contains(where: { $0.kind == .sign && Self.panicking.contains($0.text) }) {
      return false
    }
    return words.indices.allSatisfy { index in
      guard words[index].isSign("("), index > 0 else { return true }
      return isKnownCall(words, index - 1, panicsCount: panicsCount)
    }
  }

  /// Whether the word before a bracket is no call, or a call of a known function.
  private func isKnownCall(_ words: [LexedLine.Word], _ index: Int, panicsCount: Bool) -> Bool {
    let word = words[index]
    switch word.kind {
    case .keyword, .comment: return true
    case .sign: return word.text != ")" && word.text != "]" && word.text != "}"
    case .string, .number: return false
    case .identifier:
      // A method, a function of another package, or a variable of either.
      if index > 0, words[index - 1].isSign(".") { return false }
      guard !isBound(word.text) else { return false }
      if SourceLanguage.go.isPredeclared(word.text) {
        return !panicsCount || Self.harmless.contains(word.text)
      }
      return text.declaresFunction(word.text)
    }
  }

  /// Whether the function defers anything but giving back a lock.
  var defersMoreThanLocks: Bool {
    words.indices.contains { index in
      guard words[index].kind == .keyword, words[index].text == "defer" else { return false }
      let call = words[(index + 1)...].prefix { !$0.isSign("(") }
      return !["Unlock", "RUnlock"].contains(call.last?.text)
    }
  }

  /// Whether the function uses the name without calling it: it may be a variable.
  private func isBound(_ name: String) -> Bool {
    for (index, word) in words.enumerated() where word.kind == .identifier && word.text == name {
      // In its declaration, the function's own name is followed by a bracket, as in a call.
      let isCall = index + 1 < words.count && words[index + 1].isSign("(")
      if !isCall { return true }
    }
    return false
  }

  /// Whether the function defers literals only, which have frames.
  private var hasOnlyLiteralDefers: Bool {
    words.indices.allSatisfy { index in
      guard words[index].kind == .keyword, words[index].text == "defer" else { return true }
      return index + 1 < words.count && words[index + 1].text == "func"
    }
  }
}
