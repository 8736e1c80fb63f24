extension Appearance {
  /// Why words do not name a look, for the person who wrote them.
  package enum ParseError: Error, Hashable, Sendable {
    /// There is no word.
    case empty
    /// A word is neither a colour nor an attribute.
    case unknownWord(String)
    /// A second colour without `on`, or no colour after `on`.
    case misplaced(String)
  }

  /// The names of the first eight colours, in their order.
  private static let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

  /// The available attributes, by their words.
  private static let attributeWords: [(word: String, attribute: Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("underline", .underline), ("reverse", .reverse),
  ]

  /// All words except numbers, in the order of help.
  package static let words =
    ["default"] + names + names.map { "bright-\($0)" } + ["on"] + attributeWords.map(\.word)

  /// A look as it is written: `214`, `bright-red bold`, `default on 236 underline`.
  ///
  /// The first colour is for the text, the one after `on` for the background; `default` is the terminal's
  /// own.
  package init(parsing text: some StringProtocol) throws(ParseError) {
    self.init()
    let words = Substring(text).split { $0.isWhitespace }.map { String($0) }
    if words.isEmpty { throw .empty }
    var previous: String?
    for word in words {
      if let (_, attribute) = Self.attributeWords.first(where: { $0.word == word }), previous != "on" {
        attributes.insert(attribute)
      } else if previous == "on" {
        background = try Self.color(word)
      } else if word != "on" {
        let color = try Self.color(word)
        guard previous == nil else { throw .misplaced(word) }
        foreground = color
      }
      previous = word
    }
    if previous == "on" { throw .misplaced("on") }
  }

  /// The number of a colour; nil for the terminal's own.
  private static func color(_ word: String) throws(ParseError) -> UInt8? {
    if word == "default" { return nil }
    if let number = UInt8(word) { return number }
    let name = word.hasPrefix("bright-") ? String(word.dropFirst(7)) : word
    guard let place = names.firstIndex(of: name) else { throw .unknownWord(word) }
    return UInt8(place + (name == word ? 0 : 8))
  }

  /// The look in the words that `init` reads.
  package var text: String {
    let front = foreground.map { "\($0)" } ?? "default"
    let back = background.map { ["on", "\($0)"] } ?? []
    let rest = Self.attributeWords.filter { attributes.contains($0.attribute) }.map(\.word)
    return ([front] + back + rest).joined(separator: " ")
  }
}
