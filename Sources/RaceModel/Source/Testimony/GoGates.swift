/// Channels of a Go package that keep out all but one: all that its files make under a name have a capacity of one.
struct GoGates {
  private var capacities: [String: Set<String>] = [:]

  init(_ files: [SourceText]) {
    let files = files.filter(\.language.isGo)
    for text in files {
      for line in 1..<(text.lineCount + 1) { addMade(text.words(line)) }
    }
    if capacities.isEmpty { return }
    for text in files {
      for line in 1..<(text.lineCount + 1) { addGiven(text.words(line)) }
    }
  }

  /// Whether a channel is one, by its name with its owners: `c.gate`.
  func contains(_ channel: String) -> Bool {
    guard let name = channel.split(separator: ".").last else { return false }
    return capacities[String(name)] == ["1"]
  }

  /// `gate: make(chan struct{}, 1)`, `c.gate = make(chan struct{}, 1)`
  private mutating func addMade(_ words: [LexedLine.Word]) {
    for position in words.indices
    where words[position].text == "make" && position > 1 && position + 2 < words.count {
      guard words[position + 1].isSign("("), words[position + 2].text == "chan",
        [":", "=", ":="].contains(words[position - 1].text), words[position - 2].kind == .identifier
      else { continue }
      // `chan struct{}, 1)`: a number behind the comma, and nothing else.
      let rest = words[(position + 3)...].map(\.text)
      let isSimple = rest.count > 5 && rest.prefix(4) == ["struct", "{", "}", ","] && rest[5] == ")"
      capacities[words[position - 2].text, default: []].insert(isSimple ? rest[4] : "?")
    }
  }

  /// What is given a value in another way may be any channel.
  private mutating func addGiven(_ words: [LexedLine.Word]) {
    for position in words.indices where words[position].kind == .identifier && position + 2 < words.count {
      guard [":", "=", ":="].contains(words[position + 1].text), capacities[words[position].text] != nil,
        words[position + 2].text != "make"
      else { continue }
      capacities[words[position].text, default: []].insert("?")
    }
  }
}
