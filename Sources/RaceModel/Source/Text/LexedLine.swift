/// A line of source text taken apart.
package struct LexedLine: Sendable {
  /// The line's language.
  package let language: SourceLanguage
  /// What the next line begins in the middle of.
  package let end: LexerState
  let tokens: [SourceToken]
  private let bytes: [UInt8]

  /// Takes a line apart.
  ///
  /// - Parameter state: what it begins in the middle of.
  package init(_ text: String, language: SourceLanguage, state: LexerState = .code) {
    var lexer = SourceLexer(Array(text.utf8), language)
    end = lexer.run(from: state)
    self.language = language
    tokens = lexer.tokens
    bytes = lexer.bytes
  }

  /// Takes a line of a file apart, counted from 1, and all lines before it; nil when the file has no
  /// such line or its language is not known.
  package init?(_ number: Int, of file: SourceFile) {
    guard let coloring = SyntaxColoring(path: file.path), let text = file.text(ofLine: number) else {
      return nil
    }
    let state = coloring.states(of: file, through: number).last ?? .code
    self.init(text, language: coloring.language, state: state)
  }

  /// A token's text.
  func text(_ token: SourceToken) -> String { String(decoding: bytes[token.range], as: UTF8.self) }

  /// The tokens that are no comments, with their text.
  var code: [Word] {
    tokens.filter { $0.kind != .comment }.map {
      Word(kind: $0.kind, text: text($0), start: $0.range.lowerBound)
    }
  }

  /// A token and its text.
  struct Word: Hashable, Sendable {
    var kind: SourceToken.Kind
    var text: String
    /// Its first byte in the line.
    var start: Int

    /// Whether it is that operator or bracket.
    func isSign(_ sign: String) -> Bool { kind == .sign && text == sign }

    /// Whether it joins a name to its owner: `.`, `->`, `::`.
    var isSelector: Bool { kind == .sign && [".", "->", "::"].contains(text) }

    /// Whether it is a name, or the object that a method is of.
    var isName: Bool { kind == .identifier || (kind == .keyword && ["this", "self"].contains(text)) }
  }
}
