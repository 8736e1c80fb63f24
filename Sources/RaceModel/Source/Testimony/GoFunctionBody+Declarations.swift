extension GoFunctionBody {
  /// How often the function, closures in it included, declares a name: as a parameter or a result, by `:=`
  /// or by `var`. A type in a list of parameters counts, too, because it may be a name.
  func declarationCount(of name: String) -> Int {
    var count = 0
    for (index, word) in words.enumerated() {
      switch word.text {
      case ":=": count += list(from: index - 1, step: -1).count { $0 == name }
      case "var" where word.kind == .keyword: count += list(from: index + 1, step: 1).count { $0 == name }
      case "func" where word.kind == .keyword: count += parameters(from: index + 1).count { $0 == name }
      default: break
      }
    }
    return count
  }

  /// The type of the receiver or a parameter, without its star; nil for other names, and for types that are not just a
  /// name.
  func parameterType(of name: String) -> String? {
    let head = words.prefix { !$0.isSign("{") }
    for position in head.indices.dropFirst() where head[position].text == name {
      guard head[position - 1].isSign("(") || head[position - 1].isSign(",") else { continue }
      let type = position + 1 < head.count && head[position + 1].isSign("*") ? position + 2 : position + 1
      guard type + 1 < head.count, head[type].kind == .identifier,
        head[type + 1].isSign(")") || head[type + 1].isSign(",")
      else { return nil }
      return head[type].text
    }
    return nil
  }

  /// The names of a list without brackets: `a, b` of `a, b := f()`, read backwards, and of `var a, b int`.
  private func list(from start: Int, step: Int) -> [String] {
    var names: [String] = []
    var position = start
    while words.indices.contains(position), words[position].kind == .identifier {
      names.append(words[position].text)
      guard words.indices.contains(position + step), words[position + step].isSign(",") else { break }
      position += 2 * step
    }
    return names
  }

  /// The names in up to three lists in brackets behind `func`: receiver, parameters, results.
  private func parameters(from index: Int) -> [String] {
    var names: [String] = []
    var position = index
    for _ in 0..<3 {
      // The name of the function or the method.
      if position < words.count, words[position].kind == .identifier { position += 1 }
      guard position < words.count, words[position].isSign("(") else { break }
      var depth = 0
      while position < words.count {
        let word = words[position]
        if ["(", "[", "{"].contains(word.text) { depth += 1 }
        if [")", "]", "}"].contains(word.text) { depth -= 1 }
        if depth == 0 { break }
        let begins = depth == 1 && (words[position - 1].isSign("(") || words[position - 1].isSign(","))
        if begins, word.kind == .identifier { names.append(word.text) }
        position += 1
      }
      position += 1
    }
    return names
  }
}
