/// A guess at what a race is on, where its lines do not tell it for certain: the only name that both have.
enum GuessedName {
  /// The name as the first line has it; nil where the lines have two names in common, or none but variables that each
  /// thread has for itself.
  static func of(_ lines: Sides<RacingLine>) -> String? {
    let words = lines.map { $0.text.words($0.number) }
    let guesses = SharedIdentifiers.guesses(words.a, words.b, lines.a.text.language).filter { guess in
      guard guess.isBare, let name = guess.parts.first else { return true }
      // A type that has a function of its own.
      if lines.a.text.language == .swift, name.first?.isUppercase == true { return false }
      return !lines.both.contains { LocalNames.declares(name, before: $0.number, in: $0.text) }
    }
    return guesses.count == 1 ? guesses[0].text : nil
  }
}
