/// Replacing the names in a sentence.
enum NamesInText {
  /// The text with another word in place of each.
  ///
  /// - Parameters:
  ///   - isPart: whether a character can be in a name.
  ///   - ends: characters of names that, at the end of a word, belong to the sentence.
  ///   - name: the word in place of one.
  static func replaced(
    in text: String, isPart: (Character) -> Bool, ends: [Character], _ name: (String) -> String
  ) -> String {
    var shown = ""
    var rest = text[...]
    while !rest.isEmpty {
      let word = rest.prefix(while: isPart)
      let end = word.lastIndex { !ends.contains($0) }.map { word.index(after: $0) } ?? word.startIndex
      shown += name(String(word[..<end])) + word[end...]
      rest = rest.dropFirst(word.count)
      let between = rest.prefix { !isPart($0) }
      shown += between
      rest = rest.dropFirst(between.count)
    }
    return shown
  }
}
