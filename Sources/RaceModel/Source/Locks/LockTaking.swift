/// The one lock that a line of C or C++ takes.
struct LockTaking {
  /// The lock's name, as the line has it.
  let path: [String]
  /// The function that the line is in.
  let scope: CScope

  /// Nil where a line takes no lock, or several, or where its function cannot be read.
  init?(on line: Int, in text: SourceText, isClosure: Bool) {
    guard let scope = CScope(around: line, in: text, isClosure: isClosure) else { return nil }
    let taken = scope.function.steps.flatMap(\.actions).compactMap { action -> String? in
      guard case .take(let hold, let lock) = action, hold.line == line, hold.kind == .lock else { return nil }
      return lock
    }
    guard taken.count == 1, let path = scope.function.names[taken[0]] else { return nil }
    (self.path, self.scope) = (path, scope)
  }
}

/// A function of C or C++ with its parameters.
struct CScope {
  /// Its name, without those of what it belongs to.
  let name: String
  /// The names of its parameters; nil for one that has none.
  let parameters: [String?]
  /// The function, or the closure in it, that runs on the line.
  let function: LockFunction

  /// The function around a line; nil where it cannot be read.
  init?(around line: Int, in text: SourceText, isClosure: Bool = false) {
    guard text.language == .c, let head = CFunctionFinder.find(line, in: text)?.head,
      let function = CLockReader.function(around: line, in: text)?.running(on: line, isClosure: isClosure),
      let open = head.indices.dropFirst().first(where: { head[$0].isSign("(") && head[$0 - 1].isName })
    else { return nil }
    name = head[open - 1].text
    guard let found = Self.parameters(head[(open + 1)...]) else { return nil }
    parameters = found
    self.function = function
  }

  /// What a name begins with.
  enum Root {
    /// A parameter, by its position.
    case parameter(Int)
    /// A variable of the function.
    case local
    /// A variable outside of functions, or a member.
    case outside
  }

  /// What a name is in the function.
  func root(_ name: String) -> Root {
    if let position = parameters.firstIndex(of: name) { return .parameter(position) }
    let code = function.code
    // `Account mine, *yours = pick();`
    let isListed = code.indices.contains { code[$0].text == name && self.isListed($0) }
    // `auto& [from, to] = pair`
    let isBound = code.indices.contains { index in
      code[index].text == name && index > 0 && ["[", ","].contains(code[index - 1].text)
        && code[..<index].last { $0.isSign("[") || $0.isSign(";") || $0.isSign("{") }?.isSign("[") == true
    }
    return isBound || isListed || function.declares(name, in: code.indices) ? .local : .outside
  }

  /// Whether a word may be declared in a list: behind a comma that is in no brackets.
  private func isListed(_ position: Int) -> Bool {
    let code = function.code
    var index = position - 1
    while index > 0, code[index].isSign("*") || code[index].isSign("&") { index -= 1 }
    guard index > 0, code[index].isSign(","), position + 1 < code.count,
      ["=", ";", ",", "[", "{", "("].contains(code[position + 1].text)
    else { return false }
    var depth = 0
    while index > 0, ![";", "{", "}"].contains(code[index].text) {
      if code[index].isSign(")") { depth += 1 }
      if code[index].isSign("(") { depth -= 1 }
      if depth < 0 { return false }
      index -= 1
    }
    return true
  }

  /// The names of parameters behind their bracket; nil where they are not understood.
  private static func parameters(_ words: ArraySlice<CodeWord>) -> [String?]? {
    var (round, angle) = (0, 0)
    var (names, last): ([String?], String?) = ([], nil)
    var isValue = false
    var count = 0
    for word in words {
      if word.isSign(")") {
        if round == 0 { return count == 0 || (count == 1 && last == "void") ? [] : names + [last] }
        round -= 1
      } else if word.isSign("(") {
        round += 1
      } else if word.isSign("<") {
        angle += 1
      } else if word.isSign(">") {
        angle -= 1
      } else if word.isSign(","), round == 0, angle == 0 {
        names.append(last)
        (last, isValue) = (nil, false)
        continue
      } else if word.isSign("=") {
        isValue = true
      } else if word.isSign("...") || word.isSign(">>") {
        return nil
      }
      count += 1
      if word.isName || word.word.kind == .keyword, !isValue, round == 0, angle == 0 { last = word.text }
    }
    return nil
  }
}
