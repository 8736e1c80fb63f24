/// Reads functions in C and C++, the kernel's among them, as far as locks are concerned.
enum CLockReader {
  /// The function around a line; nil where it cannot be read.
  static func function(around line: Int, in text: SourceText) -> LockFunction? {
    guard let found = CFunctionFinder.find(line, in: text), let matches = BracketMatches(found.body) else {
      return nil
    }
    let end = found.body.count - 1
    let source = CStatements.Source(code: found.body, matches: matches, head: found.head)
    return try? CStatements.function(source, 1..<end, depth: 0)
  }
}

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
}
