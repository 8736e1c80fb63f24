/// How far a scanner looks.
enum ScanLimits {
  /// Titles that are certain are not longer, or have more than a title on their line.
  static let titleLine = 80
  /// Lines longer than this may be a whole report on one line.
  static let collapsedLine = 400
  /// Lines longer than this hold no report: their bytes are passed over.
  static let longestLine = 8 << 20
  /// A line that was cut into several is not put together to more bytes than these.
  static let longestCutLine = 1 << 12
  /// A line in several records is not put together to more bytes than these.
  static let longestPartialLine = 1 << 16
  /// So many texts of several lines are read inside of each other: a string in a string of a record.
  static let textDepth = 2
  /// So many lines of a console are read on one line of the log: each is read from within the one before.
  static let gluedLines = 64
  /// How far back from a title the announcement of its test is looked for.
  static let memory = 1 << 16
  /// How far back from a title the bar above it is looked for.
  static let barReach = 512
}
