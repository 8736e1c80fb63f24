/// The name of a lock: names joined by `.`, `->` or `::`.
struct LockPath: Equatable {
  /// The words, `this` and `self` left out.
  let words: [String]

  /// The name as it is shown.
  var name: String { words.joined() }

  /// The lock that words name; nil where something is computed on the way: `shards[i].mu`, `mutex()`.
  ///
  /// - Parameter keepsSelf: whether `self.m` and `m` are two.
  init?(_ code: ArraySlice<CodeWord>, keepsSelf: Bool = false) {
    var rest = code
    if let first = rest.first, first.isSign("&") || first.isSign("*") { rest = rest.dropFirst() }
    while rest.count > 2, rest.first?.isSign("(") == true, rest.last?.isSign(")") == true,
      !rest.dropFirst().dropLast().contains(where: { $0.isSign("(") || $0.isSign(")") })
    {
      rest = rest.dropFirst().dropLast()
      if let first = rest.first, first.isSign("&") { rest = rest.dropFirst() }
    }
    if !keepsSelf, rest.count > 2, let first = rest.first, ["this", "self"].contains(first.text),
      ["->", "."].contains(rest[rest.startIndex + 1].text)
    {
      rest = rest.dropFirst(2)
    }
    guard !rest.isEmpty, rest.count % 2 == 1 else { return nil }
    for (offset, word) in rest.enumerated() {
      let isSelf = keepsSelf && offset == 0 && ["self", "Self", "crate"].contains(word.text)
      let fits = offset % 2 == 0 ? word.isName || isSelf : [".", "->", "::"].contains(word.text)
      guard fits else { return nil }
    }
    words = rest.map(\.text)
  }

  /// Nil of no words.
  init?(words: [String]) {
    guard !words.isEmpty else { return nil }
    self.words = words
  }
}
