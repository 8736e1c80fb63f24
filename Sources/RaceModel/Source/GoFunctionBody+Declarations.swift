extension GoFunctionBody {
  /// How often the function, closures in it included, declares a name: as a parameter or a result, by `:=`
  /// or by `var`. A type in a list of parameters counts, too, because it may be a name.
  func declarationCount(of name: String) -> Int {
    var count = 0
    for (index, word) in words.enumerated() {
      switch word.text {
      case ":=": count += declared(before: index).count { $0 == name }
      case "var" where word.kind == .keyword: count += listed(from: index + 1).count { $0 == name }
      case "func" where word.kind == .keyword: count += parameters(from: index + 1).count { $0 == name }
      default: break
      }
    }
    return count
  }

  /// `a, b` of `a, b := f()`
  private func declared(before index: Int) -> [String] {
    var names: [String] = []
    var place = index - 1
    while place >= 0, words[place].kind == .identifier {
      names.append(words[place].text)
      guard place > 1, words[place - 1].isSign(",") else { break }
      place -= 2
    }
    return names
  }

  /// `a, b` of `var a, b int`
  private func listed(from index: Int) -> [String] {
    var names: [String] = []
    var place = index
    while place < words.count, words[place].kind == .identifier {
      names.append(words[place].text)
      guard place + 1 < words.count, words[place + 1].isSign(",") else { break }
      place += 2
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
