extension String {
  /// The text as the beginning of a sentence: `Data race` for `data race`.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
