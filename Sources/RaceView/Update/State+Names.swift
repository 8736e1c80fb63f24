internal import RaceModel

/// How functions are called on the screens.
extension State {
  /// Shows mangled names demangled, or as printed.
  mutating func toggleNames() -> [Effect] {
    names.isDemangled.toggle()
    defer { arrangeList() }
    guard names.isDemangled else {
      message = Message("names as printed; D demangles them")
      return []
    }
    names.isAwaited = true
    message = Message("demangling names")
    // The answer that is still to come does for both.
    if names.isWaiting { return [] }
    names.askAnew()
    let needed = neededNames()
    if !needed.isEmpty { return needed }
    names.isAwaited = false
    message = Message(namesWords)
    if names.isEmpty { names.isDemangled = false }
    return []
  }

  /// What is said when there is nothing to ask about.
  private var namesWords: String {
    if !names.isEmpty { return "names are demangled; D shows them as printed" }
    return isLoaded ? "no name here is mangled" : "no name so far is mangled"
  }

  /// Takes what programs made of names. When they made nothing of any, the key asks anew.
  mutating func take(_ answer: Demangling) {
    names.take(answer)
    arrangeList()
    guard names.isDemangled, names.isAwaited else { return }
    names.isAwaited = false
    if names.isEmpty { names.isDemangled = false }
    if answer.problems.isEmpty {
      message = Message(namesWords)
    } else {
      message = Message(answer.problems.map(\.description).joined(separator: "; "), isWarning: true)
    }
  }

  /// The mangled names that are to be shown and were not asked about yet.
  mutating func neededNames() -> [Effect] {
    guard names.isDemangled, !names.isWaiting else { return [] }
    let needed = names.needed(index, pair?.detail)
    return needed.isEmpty ? [] : [.demangle(needed)]
  }

  /// Works out anew which races are shown.
  mutating func arrangeList() {
    list.arrange(index, names, stacks: isLoaded ? stackHashes : [], explanations: explanations)
  }

  /// The lines of the fork's tree.
  func forkLines(_ pair: PairState) -> [ForkLine] { ForkLines.lines(pair, columns: columns, glyphs, names) }
}
