/// The known word that somebody may have meant.
package enum NearestWord {
  /// The word that takes the fewest changes of a character; nil when none is close.
  package static func of(_ word: String, among known: some Sequence<String>) -> String? {
    let most = word.count < 4 ? 1 : max(2, word.count / 3)
    return known.map { ($0, distance(word, $0)) }.filter { $0.1 <= most }.min { $0.1 < $1.1 }?.0
  }

  /// How many characters must be put in, taken out or replaced to make one word of another.
  static func distance(_ one: String, _ other: String) -> Int {
    let (one, other) = (Array(one), Array(other))
    var row = Array(0...other.count)
    for (position, character) in one.enumerated() {
      var diagonal = row[0]
      row[0] = position + 1
      for place in other.indices {
        let replaced = diagonal + (other[place] == character ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = min(replaced, row[place] + 1, diagonal + 1)
      }
    }
    return row[other.count]
  }
}
