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
    for place in head.indices.dropFirst() where head[place].text == name {
      guard head[place - 1].isSign("(") || head[place - 1].isSign(",") else { continue }
      let type = place + 1 < head.count && head[place + 1].isSign("*") ? place + 2 : place + 1
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
    var place = start
    while words.indices.contains(place), words[place].kind == .identifier {
      names.append(words[place].text)
      guard words.indices.contains(place + step), words[place + step].isSign(",") else { break }
      place += 2 * step
    }
    return names
  }

  /// The names in up to three lists in brackets behind `func`: receiver, parameters, results.
  private func parameters(from index: Int) -> [String] {
    var names: [String] = []
    var place = index
    for _ in 0..<3 {
      // The name of the function or the method.
      if place < words.count, words[place].kind == .identifier { place += 1 }
      guard place < words.count, words[place].isSign("(") else { break }
      var depth = 0
      while place < words.count {
        let word = words[place]
        if ["(", "[", "{"].contains(word.text) { depth += 1 }
        if [")", "]", "}"].contains(word.text) { depth -= 1 }
        if depth == 0 { break }
        let begins = depth == 1 && (words[place - 1].isSign("(") || words[place - 1].isSign(","))
        if begins, word.kind == .identifier { names.append(word.text) }
        place += 1
      }
      place += 1
    }
    return names
  }
}
