/// Whether a statement of Go can be what called a function of the runtime or of the library.
enum LibraryCall {
  /// Looks for what the function does, or for its name.
  static func isMade(of function: String, by words: [LexedLine.Word]) -> Bool {
    func has(_ texts: Set<String>) -> Bool { words.contains { texts.contains($0.text) } }
    switch GoRuntimeFunction.subject(function) {
    case .map: return has(["[", "range", "delete", "clear", "len"])
    case .slice: return has(["append", "copy"])
    case .channel: return has(["<-", "close", "range", "select", "case", "len", "cap"])
    default: break
    }
    guard let name = CalledName.of(function, .go) else { return false }
    return words.indices.dropLast().contains { index in
      words[index].text == name && (words[index + 1].isSign("(") || words[index + 1].isSign("["))
    }
  }
}
