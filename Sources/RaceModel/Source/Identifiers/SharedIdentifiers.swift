/// Guessing from both racing lines what it is that they race on: the names that stand on both.
public enum SharedIdentifiers {
  private struct Guess {
    var text: String
    var parts: ArraySlice<String>
    var score: Int
  }

  /// Lines with more names are written by a program: nobody could tell which of them it is.
  static let mostNames = 40

  /// The names that both lines have, as the first line writes them, the likeliest first. Words of the
  /// language, strings and comments do not count, called functions only when nothing else is left.
  ///
  /// A field of the same name counts where its owners have different names: `c.n` and `x.n` give `n`.
  public static func of(_ first: LexedLine, _ second: LexedLine) -> [String] {
    guard let left = NameChain.all(in: first, limit: mostNames),
      let right = NameChain.all(in: second, limit: mostNames)
    else { return [] }
    var guesses: [Guess] = []
    for chain in left where !chain.isCalled {
      for other in right where !other.isCalled {
        let language = first.language
        if let guess = compare(chain, other, language), !isPackage(chain, other, language) {
          guesses.append(guess)
        }
      }
    }
    if guesses.isEmpty {
      for chain in left
      where chain.isCalled && right.contains(where: { $0.isCalled && $0.parts == chain.parts }) {
        guesses.append(Guess(text: chain.text(last: chain.parts.count), parts: chain.parts[...], score: 0))
      }
    }
    return ordered(guesses)
  }

  /// Best first, each name once, and no name that is only a part of a better guess.
  private static func ordered(_ guesses: [Guess]) -> [String] {
    let sorted = guesses.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
    var kept: [Guess] = []
    for guess in sorted.map(\.element) {
      let isPart = kept.contains {
        $0.parts.starts(with: guess.parts) || $0.parts.reversed().starts(with: guess.parts.reversed())
      }
      if !isPart { kept.append(guess) }
    }
    return kept.map(\.text)
  }

  private static func compare(_ left: NameChain, _ right: NameChain, _ language: SourceLanguage) -> Guess? {
    var score = 0
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
      return Guess(text: head.text(last: count), parts: left.parts.prefix(count), score: score + 4)
    }
    return Guess(text: left.text(last: common), parts: left.parts.suffix(common), score: score)
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
