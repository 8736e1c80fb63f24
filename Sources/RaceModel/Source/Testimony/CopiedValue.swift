/// A value of Go that one racing line copies as a whole, while the other one writes a field of it: `*c`, `c.Name()` of a
/// method that has its receiver by value, `s.config` beside a write of `s.config.port`.
package struct CopiedValue: Hashable, Sendable {
  /// What is written: `c.n`.
  package var name: String
  /// The line that copies.
  package var copy: SourcePlace
  /// The line that writes.
  package var write: SourcePlace
  /// What copies, in words behind the line: `copies *c`.
  package var means: String

  /// Compares the racing lines; nil where they do not tell.
  ///
  /// - Parameter isByValue: whether a method of a type has its receiver by value: nil where that is not known.
  init?(_ lines: Sides<RacingLine>, isByValue: (_ method: String, _ type: String) -> Bool) {
    for side in Side.allCases where lines[side].operation == .write && lines[side.other].operation == .read {
      let (line, other) = (lines[side], lines[side.other])
      guard line.isDirect, other.isDirect, line.text.language.isGo, other.text.language.isGo,
        other.statement.isWhole, let target = WriteTarget(line.words, line.text.language),
        target.chain.count > 1, !target.name.hasPrefix("*"), let field = target.chain.last,
        let type = line.type(of: target.chain[0]), !Self.selects(field, other.words),
        let means = Self.means(other, target.chain, type, isByValue)
      else { continue }
      name = target.name
      (copy, write) = (other.place, line.place)
      self.means = means
      return
    }
    return nil
  }

  private static func selects(_ field: String, _ words: [LexedLine.Word]) -> Bool {
    words.indices.dropFirst().contains { words[$0].text == field && words[$0 - 1].isSign(".") }
  }

  /// How a line copies a value of a type, or the part of it that the field is in; nil where it does not for certain.
  private static func means(
    _ line: RacingLine, _ chain: [String], _ type: String, _ isByValue: (String, String) -> Bool
  ) -> String? {
    let words = line.words
    for position in words.indices
    where words[position].kind == .identifier && line.type(of: words[position].text) == type {
      if position > 0, words[position - 1].isSign(".") { continue }
      let name = words[position].text
      let (before, next) = (
        position > 0 ? words[position - 1] : nil, position + 1 < words.count ? words[position + 1] : nil
      )
      if chain.count == 2, before?.isSign("*") == true, isUnary(position - 1, words), !isWritten(next) {
        return "copies *\(name)"
      }
      if chain.count == 2, next?.isSign(".") == true, position + 3 < words.count,
        words[position + 3].isSign("("),
        isByValue(words[position + 2].text, type)
      {
        return "copies \(name) to call \(words[position + 2].text), which has a value receiver"
      }
      // `s.config` of `s.config.port`
      let end = position + 2 * (chain.count - 2) + 1
      guard chain.count > 2, end <= words.count, before?.isSign("&") != true,
        stride(from: position + 2, to: end, by: 2).map({ words[$0].text })
          == Array(chain[1..<(chain.count - 1)]),
        !(end < words.count
          && (words[end].isSelector || words[end].isSign("[") || words[end].isSign("(")
            || isWritten(words[end])))
      else { continue }
      return "copies \(words[position..<end].map(\.text).joined())"
    }
    return nil
  }

  /// Whether a star is no multiplication and in no type.
  private static func isUnary(_ star: Int, _ words: [LexedLine.Word]) -> Bool {
    guard star > 0 else { return false }
    let before = words[star - 1]
    if before.kind == .keyword { return before.text == "return" }
    return before.kind == .sign && ["(", ",", "=", ":=", ":", "{", "<-", "=="].contains(before.text)
  }

  private static func isWritten(_ word: LexedLine.Word?) -> Bool {
    word.map { $0.kind == .sign && ["=", "++", "--", "+=", "-=", ".", "["].contains($0.text) } ?? false
  }
}

extension RacingLine {
  /// The type of a parameter or the receiver of the function that a line of Go is in, by a value or a pointer; nil where
  /// the name may be something else there.
  func type(of name: String) -> String? {
    guard let body = GoFunctionBody(around: number, in: text), body.declarationCount(of: name) == 1 else {
      return nil
    }
    return body.parameterType(of: name)
  }
}
