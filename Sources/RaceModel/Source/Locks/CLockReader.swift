/// Reads functions in C and C++, the kernel's among them, as far as locks are concerned.
enum CLockReader {
  /// The function around a line; nil where it cannot be read.
  static func function(around line: Int, in text: SourceText) -> LockFunction? {
    guard let found = CFunctionFinder.find(line, in: text), let matches = BracketMatches(found.body) else {
      return nil
    }
    let end = found.body.count - 1
    var source = FunctionSource(code: found.body, matches: matches, head: found.head)
    source.lockNames = lockNames(text)
    return try? CStatements.function(source, 1..<end, depth: 0)
  }

  /// The names that a file declares as those of locks: whatever is given one of them may hold it.
  private static func lockNames(_ text: SourceText) -> Set<String> {
    var names: Set<String> = []
    for number in 1..<(text.lineCount + 1) {
      let words = text.words(number)
      for index in words.indices.dropLast()
      where words[index + 1].kind == .identifier && CLockCalls.lockTypes.contains(words[index].text) {
        names.insert(words[index + 1].text)
      }
    }
    return names
  }
}
