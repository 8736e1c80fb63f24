internal import RaceModel

/// Names of variables in sentences of ours and of detectors, as people write them: `plain_flag` for `_ZL10plain_flag`, and of
/// Rust's older names without the hash.
enum VariableNames {
  /// The text with those names in it; names of functions stay as they are printed.
  static func decoded(in text: String) -> String {
    guard text.contains("_Z") || text.contains("$s") || text.contains("::h") else { return text }
    var shown = ""
    var rest = text[...]
    while !rest.isEmpty {
      let word = rest.prefix(while: isPart)
      // A full stop or a colon may be the sentence's.
      let end = word.lastIndex { $0 != "." && $0 != ":" }.map { word.index(after: $0) } ?? word.startIndex
      shown += name(String(word[..<end])) + word[end...]
      rest = rest.dropFirst(word.count)
      let between = rest.prefix { !isPart($0) }
      shown += between
      rest = rest.dropFirst(between.count)
    }
    return shown
  }

  private static func name(_ word: String) -> String {
    // Of Swift only those of variables end so.
    if word.hasPrefix("$s"), word.hasSuffix("vp") || word.hasSuffix("vpZ") { return DecodedName.of(word) }
    return ItaniumName.variable(word) ?? LegacyRustName.decoded(word)
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || ["_", "$", ".", ":"].contains(character)
  }
}
