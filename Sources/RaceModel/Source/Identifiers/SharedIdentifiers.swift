/// Guessing from both racing lines what it is that they race on: the names that stand on both.
package enum SharedIdentifiers {
  /// A name that both lines have.
  struct Guess {
    /// As the first line writes it.
    var text: String
    /// The name and what it belongs to, as far as both lines have it.
    var parts: ArraySlice<String>
    /// How much speaks for it.
    var score: Int
    /// Whether a line has it without an owner, as variables are named.
    var isBare: Bool
  }

  /// Lines with more names are written by a program: nobody could tell which of them it is.
  static let mostNames = 40

  /// The names that both lines have, as the first line writes them, the likeliest first. Words of the
  /// language, strings, comments and called functions do not count.
  ///
  /// A field of the same name counts where its owners have different names: `c.n` and `x.n` give `n`.
  package static func of(_ first: LexedLine, _ second: LexedLine) -> [String] {
    guesses(first.code, second.code, first.language).map(\.text)
  }

  /// The same of the words of two lines.
  static func guesses(
    _ first: [LexedLine.Word], _ second: [LexedLine.Word], _ language: SourceLanguage
  ) -> [Guess] {
    guard let left = NameChain.all(in: first, language, limit: mostNames),
      let right = NameChain.all(in: second, language, limit: mostNames)
    else { return [] }
    var guesses: [Guess] = []
    for chain in left where !chain.isCalled {
      for other in right where !other.isCalled {
        if let guess = compare(chain, other, language), !isPackage(chain, other, language) {
          guesses.append(guess)
        }
      }
    }
    return ordered(guesses)
  }

  /// Best first, each name once, and no name that is only a part of a better guess.
  private static func ordered(_ guesses: [Guess]) -> [Guess] {
    let sorted = guesses.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
    var kept: [Guess] = []
    for guess in sorted.map(\.element) {
      let isPart = kept.contains {
        $0.parts.starts(with: guess.parts) || $0.parts.reversed().starts(with: guess.parts.reversed())
      }
      if !isPart { kept.append(guess) }
    }
    return kept
  }

  private static func compare(_ left: NameChain, _ right: NameChain, _ language: SourceLanguage) -> Guess? {
    var score = 0
    let isBare = [left, right].contains { $0.parts.count == 1 && !$0.isCut }
    if left.isAssigned || right.isAssigned { score += 3 }
    // What a line makes is hardly what another line could know.
    if left.isDeclared || right.isDeclared { score -= 3 }
    if left.isReceiver || right.isReceiver { score -= 2 }
    let common = zip(left.parts.reversed(), right.parts.reversed()).prefix { $0 == $1 }.count
    if common == left.parts.count, common == right.parts.count, !left.isCut, !right.isCut {
      score += common > 1 ? 16 : 12
    } else if common > 0, isField(left, common, language), isField(right, common, language) {
      score += 8
    } else {
      // A whole value and a part of it.
      let shorter = left.parts.count < right.parts.count ? left : right
      guard !left.isCut, !right.isCut, zip(left.parts, right.parts).allSatisfy({ $0 == $1 }) else {
        return nil
      }
      let count = shorter.parts.count
      let head = NameChain(parts: Array(left.parts.prefix(count)), separators: left.separators)
      return Guess(
        text: head.text(last: count), parts: left.parts.prefix(count), score: score + 4, isBare: isBare)
    }
    return Guess(
      text: left.text(last: common), parts: left.parts.suffix(common), score: score, isBare: isBare)
  }

  /// Whether the last parts are a field of something. In Go a name alone never is.
  private static func isField(_ chain: NameChain, _ count: Int, _ language: SourceLanguage) -> Bool {
    chain.isCut || chain.parts.count > count || language == .c || language == .swift
  }

  /// Whether the name is a package's, which nobody writes to.
  private static func isPackage(_ left: NameChain, _ right: NameChain, _ language: SourceLanguage) -> Bool {
    guard left.isReceiver || right.isReceiver, left.parts.count == 1, let name = left.parts.first else {
      return false
    }
    return language.isGo ? GoPath.isPackageName(name) : name == "std"
  }
}
