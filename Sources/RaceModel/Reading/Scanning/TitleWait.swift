/// How a title waits for the header that shows it to be a report's.
struct TitleWait {
  /// How many lines in all a title waits: as many writers may be interleaved.
  static let reach = 4096
  /// How many lines of its own it waits.
  static let patience = 8

  /// What the report's own lines begin with, times aside.
  var prefix = LinePrefix.none
  /// How many more lines of its own it waits.
  var patience = TitleWait.patience
  /// Whether nothing but blank lines was read since the title.
  var isAtEnd = true
  /// The words behind the title, where a header may begin with them that goes on in the next line.
  var headerStart: [UInt8] = []
  /// The line above, prefix and all, where the next one may go on with it.
  var parts: [UInt8] = []
}
