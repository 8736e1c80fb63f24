internal import RaceModel

/// Readable names of variables in sentences, ours and those of detectors: `plain_flag` for `_ZL10plain_flag`, and names
/// from older Rust compilers without the hash.
enum VariableNames {
  /// The text with those names in it; names of functions stay as they are printed.
  static func decoded(in text: String) -> String {
    guard text.contains("_Z") || text.contains("$s") || text.contains("::h") else { return text }
    return NamesInText.replaced(in: text, isPart: isPart, ends: [".", ":"], name)
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
