/// Which bracket closes which.
struct BracketMatches {
  private var partners: [Int]

  /// Nil where brackets do not match.
  init?(_ code: [CodeWord]) {
    partners = Array(repeating: -1, count: code.count)
    var open: [Int] = []
    for (place, word) in code.enumerated() where word.word.kind == .sign {
      switch word.text {
      case "(", "[", "{": open.append(place)
      case ")", "]", "}":
        guard let start = open.popLast(), Self.fits(code[start].text, word.text) else { return nil }
        partners[start] = place
        partners[place] = start
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

  /// The place of the bracket that belongs to the one at a place.
  subscript(_ place: Int) -> Int { partners[place] }

  /// The place behind a word, or behind the bracket that closes it.
  func next(_ place: Int) -> Int { max(place, partners[place]) + 1 }
}
