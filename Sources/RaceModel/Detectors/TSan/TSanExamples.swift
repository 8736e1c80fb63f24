extension TSanGrammar {
  /// See `Tests/RaceModelTests/TSan*.swift` until outlines can be read.
  static let examples: [GrammarExample] = []
}
