/// Which rows of the screen about the log are not folded.
struct AboutFolds: Hashable {
  /// Whether logs in which nothing was found have rows.
  var showsQuiet = false
  /// Whether the races of the older run that are not in this one have rows, where they are many.
  var showsGone = false

  /// Nothing is folded.
  static let open = AboutFolds(showsQuiet: true, showsGone: true)
}
