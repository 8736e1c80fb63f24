/// Which names of a file in Rust are those of locks for readers and writers: `read()` and `write()` are functions of much
/// else.
struct RustLockNames {
  private var declared: Set<String> = []
  private var others: Set<String> = []
  private var hasAny = false

  init(_ text: SourceText) {
    for number in 1..<(text.lineCount + 1) {
      let words = text.words(number)
      if words.contains(where: { $0.text == "RwLock" }) { hasAny = true }
      for index in words.indices.dropLast(2)
      where words[index].kind == .identifier && (words[index + 1].isSign(":") || words[index + 1].isSign("="))
      {
        let rest = words[(index + 2)...].prefix(12).prefix { ![",", ";", ")"].contains($0.text) }
        if rest.contains(where: { $0.text == "RwLock" }) {
          declared.insert(words[index].text)
        } else if words[index + 1].isSign(":"), rest.first?.isSign(":") != true {
          others.insert(words[index].text)
        }
      }
    }
  }

  /// Whether what has that name is such a lock.
  ///
  /// - Parameter isChecked: whether the result is unwrapped, as that of the standard library's is.
  func isLock(_ name: String, isChecked: Bool) -> Bool {
    if others.contains(name) { return false }
    return declared.contains(name) || (isChecked && hasAny)
  }

  /// Whether what has that name may be such a lock.
  func mayBeLock(_ name: String) -> Bool { hasAny && !others.contains(name) }
}
