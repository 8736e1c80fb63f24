/// Finds comments, strings, keywords and numbers in lines of source text.
package struct SyntaxColoring: Hashable, Sendable {
  /// A part of a line that is drawn in its own way.
  package struct Span: Hashable, Sendable {
    /// What it is.
    package var kind: Kind
    /// Offsets in the line's UTF-8.
    package var range: Range<Int>

    /// A part of a line.
    package init(kind: Kind, range: Range<Int>) {
      self.kind = kind
      self.range = range
    }
  }

  /// The kinds of parts.
  package enum Kind: Hashable, Sendable {
    /// A comment.
    case comment
    /// A string or a character.
    case string
    /// A word of the language.
    case keyword
    /// A number.
    case number
  }

  /// The language.
  package let language: SourceLanguage

  /// For lines of a language.
  package init(_ language: SourceLanguage) { self.language = language }

  /// For lines of a file; nil when its name ends in no language that is known.
  package init?(path: String) {
    guard let language = SourceLanguage(path: path) else { return nil }
    self.init(language)
  }

  /// The spans of a line, in order and apart from each other, and what the next line begins in.
  ///
  /// - Parameter state: what the line itself begins in the middle of.
  package func spans(_ text: String, from state: LexerState) -> (spans: [Span], end: LexerState) {
    let line = LexedLine(text, language: language, state: state)
    let spans = line.tokens.compactMap { token in
      Self.kind(token.kind).map { Span(kind: $0, range: token.range) }
    }
    return (spans, line.end)
  }

  /// What each of a file's first lines begins in the middle of, `number` of them at most.
  package func states(of file: SourceFile, through number: Int) -> [LexerState] {
    var states: [LexerState] = []
    var state = LexerState.code
    for line in 1..<max(1, min(number, file.lineCount) + 1) {
      states.append(state)
      state = LexedLine(file.text(ofLine: line) ?? "", language: language, state: state).end
    }
    return states
  }

  private static func kind(_ kind: SourceToken.Kind) -> Kind? {
    switch kind {
    case .comment: .comment
    case .string: .string
    case .number: .number
    case .keyword: .keyword
    case .identifier, .sign: nil
    }
  }
}
