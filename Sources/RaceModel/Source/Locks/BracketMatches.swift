/// Which bracket closes which.
struct BracketMatches {
  private var partners: [Int]

  /// Nil where brackets do not match.
  init?(_ code: [CodeWord]) {
    partners = Array(repeating: -1, count: code.count)
    var open: [Int] = []
    for (position, word) in code.enumerated() where word.word.kind == .sign {
      switch word.text {
      case "(", "[", "{": open.append(position)
      case ")", "]", "}":
        guard let start = open.popLast(), Self.fits(code[start].text, word.text) else { return nil }
        partners[start] = position
        partners[position] = start
      default: break
      }
    }
    guard open.isEmpty else { return nil }
  }

  private static func fits(_ open: String, _ close: String) -> Bool {
    switch open {
    case "(": close == ")"
    case "[": close == "]"
    default: close == "}"
    }
  }

  /// The position of the bracket that belongs to the one at a position.
  subscript(_ position: Int) -> Int { partners[position] }

  /// The position behind a word, or behind the bracket that closes it.
  func next(_ position: Int) -> Int { max(position, partners[position]) + 1 }
}
