/// The field or the variable that both racing lines are about, as the code tells: one line writes nothing else, and the
/// other one names it.
public struct WrittenName: Hashable, Sendable {
  /// The name with its owners, as the writing line has it: `c.items`.
  public var name: String
  /// Whether it is a field of something; else it is the same name on both lines, perhaps of two variables.
  public var isField: Bool
  /// The whole statement, where it changes what it reads and both sides do it: `p.Finished++`.
  public var statement: String?

  /// A racing line.
  struct Line {
    var words: [LexedLine.Word]
    var isWrite: Bool
    /// Whether both accesses are on this line of one function.
    var isSame: Bool
  }

  /// Compares the racing lines of Go; nil when they do not tell.
  init?(_ lines: Sides<Line>) {
    let lines = lines.map { Line(words: Self.statement($0.words), isWrite: $0.isWrite, isSame: $0.isSame) }
    for side in Side.allCases where lines[side].isWrite {
      guard let target = Self.target(lines[side].words) else { continue }
      let others = Self.chains(lines[side.other].words).filter { $0.last == target.parts.last }
      guard let other = others.first, Set(others).count == 1 else { continue }
      isField = target.parts.count > 1 && other.count > 1
      guard isField || target.parts == other else { continue }
      name = target.parts.joined(separator: ".")
      statement = target.changes && lines[side].isSame ? Self.spaced(lines[side].words) : nil
      return
    }
    return nil
  }

  /// The one statement of a function that is on one line; else the words as they are.
  private static func statement(_ words: [LexedLine.Word]) -> [LexedLine.Word] {
    guard words.first?.text == "func", words.last?.isSign("}") == true,
      let open = words.firstIndex(where: { $0.isSign("{") }), !words.contains(where: { $0.isSign(";") })
    else { return words }
    return Array(words[(open + 1)..<(words.count - 1)])
  }

  private static let signs: Set<String> = [
    "=", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "&^=",
  ]

  /// What a statement writes, when it is one thing with a name.
  private static func target(_ words: [LexedLine.Word]) -> (parts: [String], changes: Bool)? {
    let assigned = words.indices.filter { words[$0].kind == .sign && signs.contains(words[$0].text) }
    guard assigned.count == 1,
      !words.contains(where: { $0.isSign(":=") || ($0.kind == .keyword && $0.text == "func") })
    else {
      return deleted(words).map { ($0, false) }
    }
    let sign = assigned[0]
    guard let (parts, end) = chain(words, 0) else { return nil }
    // An index may follow: what is written is an element.
    var place = end
    while place < sign, words[place].isSign("[") {
      guard let close = closing(words, place), close < sign else { return nil }
      place = close + 1
    }
    return place == sign ? (parts, words[sign].text != "=" && end == sign) : nil
  }

  /// `delete(c.items, key)`
  private static func deleted(_ words: [LexedLine.Word]) -> [String]? {
    guard words.count > 3, words[0].text == "delete", words[1].isSign("("),
      let (parts, end) = chain(words, 2),
      end < words.count, words[end].isSign(",")
    else { return nil }
    return parts
  }

  /// All names of a statement with their owners.
  private static func chains(_ words: [LexedLine.Word]) -> [[String]] {
    var chains: [[String]] = []
    var position = 0
    while position < words.count {
      guard let (parts, end) = chain(words, position) else {
        position += 1
        continue
      }
      // A function that is called, and what belongs to something without a name, is no variable.
      let isCalled = end < words.count && words[end].isSign("(")
      let isCut = position > 0 && words[position - 1].isSign(".")
      if isCalled, parts.count > 1 { chains.append(Array(parts.dropLast())) }
      if !isCalled, !isCut { chains.append(parts) }
      position = end
    }
    return chains
  }

  private static func chain(_ words: [LexedLine.Word], _ start: Int) -> (parts: [String], end: Int)? {
    guard start < words.count, words[start].kind == .identifier else { return nil }
    var parts = [words[start].text]
    var end = start + 1
    while end + 1 < words.count, words[end].isSign("."), words[end + 1].kind == .identifier {
      parts.append(words[end + 1].text)
      end += 2
    }
    return (parts, end)
  }

  private static func closing(_ words: [LexedLine.Word], _ open: Int) -> Int? {
    var depth = 0
    for position in open..<words.count where words[position].kind == .sign {
      if words[position].text == "[" { depth += 1 }
      if words[position].text == "]" { depth -= 1 }
      if depth == 0 { return position }
    }
    return nil
  }

  /// A short statement as gofmt writes it: blanks around signs of two operands.
  private static func spaced(_ words: [LexedLine.Word]) -> String {
    words.map { word in
      signs.contains(word.text) && !["++", "--"].contains(word.text) ? " \(word.text) " : word.text
    }.joined()
  }
}
