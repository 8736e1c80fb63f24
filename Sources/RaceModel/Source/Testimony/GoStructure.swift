/// A struct that a Go file declares, laid out as gofmt does.
struct GoStructure {
  /// What its fields are of, as the file writes it, by their names: an embedded type's is its own.
  private(set) var types: [String: String] = [:]

  /// The struct of that name; nil where the file declares none.
  init?(_ name: String, in text: SourceText) {
    let head = (1..<(text.lineCount + 1)).first { number in
      let words = text.words(number)
      return words.count > 3 && words[0].text == "type" && words[0].start == 0 && words[1].text == name
        && words.contains { $0.kind == .keyword && $0.text == "struct" }
    }
    guard let head else { return nil }
    let words = text.words(head)
    guard let open = words.firstIndex(where: { $0.isSign("{") }) else { return nil }
    if words.last?.isSign("}") == true {
      for field in words[(open + 1)..<(words.count - 1)].split(whereSeparator: { $0.isSign(";") }) {
        add(Array(field))
      }
      return
    }
    for number in (head + 1)..<(text.lineCount + 1) {
      let words = text.words(number)
      if let first = words.first, first.start == 0, first.isSign("}") { return }
      add(words)
    }
    return nil
  }

  /// `in, out sync.Mutex`, `sync.Mutex`, `*sync.Mutex`
  private mutating func add(_ words: [LexedLine.Word]) {
    guard let first = words.first else { return }
    var names: [String] = []
    var position = 0
    if first.kind == .identifier, words.count > 1, !words[1].isSign(".") {
      while position < words.count, words[position].kind == .identifier {
        names.append(words[position].text)
        guard position + 1 < words.count, words[position + 1].isSign(",") else { break }
        position += 2
      }
      position += 1
    } else {
      names = words.last { $0.kind == .identifier }.map { [$0.text] } ?? []
    }
    let type = words[min(position, words.count)...].prefix { $0.kind != .string }.map(\.text).joined()
    for name in names { types[name] = type }
  }

  /// Whether copying the struct copies the lock in a field, or the embedded lock when the name is empty; nil when the
  /// field's type does not say.
  func copiesLock(_ field: String) -> Bool? {
    let locks: Set<String> = ["sync.Mutex", "sync.RWMutex"]
    if field.isEmpty {
      let embedded = ["Mutex", "RWMutex"].compactMap { types[$0] }
      guard embedded.count == 1 else { return nil }
      return locks.contains(embedded[0]) ? true : embedded[0].hasPrefix("*") ? false : nil
    }
    guard let type = types[field] else { return nil }
    return locks.contains(type)
      ? true : ["*sync.Mutex", "*sync.RWMutex", "sync.Locker"].contains(type) ? false : nil
  }
}
