/// The object whose method a racing line calls, where a library's method made the access: `numbers` of
/// `numbers.push_back(i)`.
struct CalledObject {
  /// The names, the outermost owner first.
  let chain: [String]
  /// The names as the code has them: `pool->jobs`.
  let name: String

  /// Methods that write to their arguments, too.
  private static let sharing: Set<String> = ["swap", "merge", "splice", "append", "move"]

  /// Finds the one call of the method on a line; nil where there are several, where the object has no name, or where the
  /// method may have read its arguments instead.
  ///
  /// - Parameter method: the library's function that the line called, as the log names it.
  init?(_ line: RacingLine, calls method: String) {
    let words = line.words
    guard line.statement.isWhole, let end = Self.end(of: line, calls: method) else { return nil }
    var (parts, text, position) = ([String](), "", end)
    while position >= 0, words[position].isName {
      parts.insert(words[position].text, at: 0)
      text = words[position].text + text
      guard position > 1, words[position - 1].isSelector else { break }
      text = words[position - 1].text + text
      position -= 2
    }
    // What an index, a call or a bracket gives has no name: `list[i].jobs.push_back(j)`.
    let isCut = text.first.map { [".", "-", ":"].contains($0) } ?? true
    guard !parts.isEmpty, !isCut else { return nil }
    chain = parts
    self.name = text
  }

  /// The position of the object's last name.
  private static func end(of line: RacingLine, calls method: String) -> Int? {
    let words = line.words
    // `table[key]`, whose memory is the table's: what it holds is found by a function of its own.
    if method.hasPrefix("Swift.Dictionary.subscript")
      || (method.contains("map<") && method.contains(">::operator[]("))
    {
      let positions = words.indices.dropFirst().filter { words[$0].isSign("[") && words[$0 - 1].isName }
      return positions.count == 1 && line.operation == .write ? positions[0] - 1 : nil
    }
    guard let name = CalledName.of(method, line.text.language),
      !sharing.contains(name) || (line.text.language == .swift && name == "append")
    else { return nil }
    let calls = words.indices.dropLast().filter { words[$0].text == name && words[$0 + 1].isSign("(") }
    guard calls.count == 1, let call = calls.first, call > 1, words[call - 1].isSelector else { return nil }
    let hasArguments = call + 2 < words.count && !words[call + 2].isSign(")")
    guard line.operation == .write || !hasArguments else { return nil }
    return call - 2
  }
}
