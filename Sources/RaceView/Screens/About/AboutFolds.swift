/// Which rows of the log screen are unfolded.
struct AboutFolds: Hashable {
  /// Whether logs without findings have rows.
  var showsQuiet = false
  /// Whether the races of the older run that are not in this one have rows, if they are many.
  var showsGone = false

  /// Nothing is folded.
  static let open = AboutFolds(showsQuiet: true, showsGone: true)
}
