/// What is known of a report that is read again from its own bytes, without what is above it.
///
/// Without that, a header of another writer may look like its own, and a record of another stream may come first.
struct KnownReport {
  /// The line of its title.
  let title: Int
  /// The line of its first header; 0 where the title was enough.
  let header: Int
  /// Whether the line above its first byte ends with a bar.
  let isBelowBar: Bool
  /// Whether its first line was read, which may hold no anchor.
  var hasBegun = false
  /// The stream of its first record, in a JSON log: records of others may be between its own.
  var stream: TextStream?

  init(title: Int, header: Int, isBelowBar: Bool) {
    self.title = title
    self.header = header
    self.isBelowBar = isBelowBar
  }

  /// The line of the first header below a title; nil where it is not known.
  func header(below title: Int) -> Int? { header > 0 && title == self.title ? header : nil }
}
