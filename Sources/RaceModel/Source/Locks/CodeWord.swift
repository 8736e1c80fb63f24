/// A word of a function.
struct CodeWord {
  let word: LexedLine.Word
  let line: Int

  var text: String { word.text }
  var isName: Bool { word.kind == .identifier }
  var isBrace: Bool { word.kind == .sign && ["{", "}", ")", ";", "]", "(", ","].contains(word.text) }

  func isSign(_ sign: String) -> Bool { word.isSign(sign) }
  func isKeyword(_ text: String) -> Bool { word.kind == .keyword && word.text == text }
}
