/// A name in a line of code with the names of what it belongs to: `s.stats.count`.
struct NameChain: Hashable, Sendable {
  /// The names, outermost owner first.
  var parts: [String] = []
  /// The separators between them: `.`, `->`, `::`.
  var separators: [String] = []
  /// Whether it belongs to something that has no name, as in `list[i].count`.
  var isCut = false
  /// Whether it owns a method that is called.
  var isReceiver = false
  /// Whether it is a function that is called.
  var isCalled = false
  /// Whether the line gives it a value.
  var isAssigned = false
  /// Whether the line makes it.
  var isDeclared = false

  /// The last parts as the line has them.
  func text(last count: Int) -> String {
    let first = parts.count - count
    var text = parts[first]
    for index in (first + 1)..<max(first + 1, parts.count) { text += separators[index - 1] + parts[index] }
    return text
  }

  /// The chains of a line, left to right. A called method's chain is given twice: its owner, and all.
  ///
  /// - Returns: nil when there are more than `limit`.
  static func all(in words: [LexedLine.Word], _ language: SourceLanguage, limit: Int) -> [NameChain]? {
    var chains: [NameChain] = []
    var index = 0
    while index < words.count {
      guard chains.count <= limit else { return nil }
      let isCut = words[index].isSelector && index > 0 && [")", "]"].contains(words[index - 1].text)
      if isCut { index += 1 }
      guard index < words.count, isName(words[index], language) else {
        if !isCut { index += 1 }
        continue
      }
      let start = index
      var chain = NameChain(isCut: isCut)
      chain.parts = [words[index].text]
      index += 1
      while index + 1 < words.count, words[index].isSelector, words[index + 1].kind == .identifier {
        chain.separators.append(words[index].text)
        chain.parts.append(words[index + 1].text)
        index += 2
      }
      add(chain, words, start..<index, to: &chains)
    }
    return chains.count <= limit ? chains : nil
  }

  private static func add(
    _ chain: NameChain, _ words: [LexedLine.Word], _ range: Range<Int>, to chains: inout [NameChain]
  ) {
    var chain = chain
    let next = range.upperBound < words.count ? words[range.upperBound] : nil
    let isMacro = next?.isSign("!") == true && range.upperBound + 1 < words.count
    if next?.isSign("(") == true || (isMacro && words[range.upperBound + 1].isSign("(")) {
      if chain.parts.count > 1 {
        var owner = chain
        owner.parts.removeLast()
        owner.isReceiver = true
        // `Cart::add()` calls a function of a type.
        if owner.separators.popLast() != "::" { chains.append(owner) }
      }
      chain.isCalled = true
    } else if let sign = assignment(words, range) {
      chain.isDeclared = sign == ":=" && !words.contains { $0.kind == .keyword && $0.text == "for" }
      chain.isAssigned = !chain.isDeclared
    }
    chains.append(chain)
  }

  /// The sign that gives a value to the name in `range`, skipping indices after it; nil when there is none.
  private static func assignment(_ words: [LexedLine.Word], _ range: Range<Int>) -> String? {
    if range.lowerBound > 0, ["++", "--"].contains(words[range.lowerBound - 1].text) { return "++" }
    var depth = 0
    for word in words[range.upperBound...] where word.kind == .sign || depth == 0 {
      switch word.text {
      case "[", "(", "{": depth += 1
      case "]", ")", "}":
        depth -= 1
        if depth < 0 { return nil }
      case "=", ":=", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "&^=":
        if depth == 0 { return word.text }
      // `a, b = b, a` gives a value to both.
      case ",", "*": continue
      default:
        if depth == 0, word.kind != .identifier, !word.isSelector { return nil }
      }
    }
    return nil
  }

  private static func isName(_ word: LexedLine.Word, _ language: SourceLanguage) -> Bool {
    if word.kind == .keyword { return word.text == "self" || word.text == "this" }
    return word.kind == .identifier && word.text != "_" && !language.isPredeclared(word.text)
  }
}
