/// What stands above a line of a Go report, where that decides what the line is.
struct GoLinesAbove {
  /// Right above, a line that is a function if a place is below it.
  var candidate: GoCandidate?
  /// The last line that may be the beginning of a function's name: its rest is right below it then.
  var beginning: GoCandidate?
  /// Below a function, the number of foreign lines up to and including the last one that is no more than another function's
  /// name; 0 without one.
  var nameCount = 0
  /// Right above, a bar that is the report's unless a title is below it.
  var bar: GoDoubtfulBar?
  /// Whether a fence of Markdown was read since the last header.
  var isFence = false
  /// Whether a line was read that stands behind reports as a rule, and nothing of the report since.
  var isResult = false
  /// Whether the runner has announced or blamed a test since the last line of the report.
  var isAnnouncement = false
  /// Whether a function was read whose place has not come: the next place is not another frame's.
  var hasLostPlace = false
  /// Whether a function of the report lost its place: another writer's lines may be mixed in, and a place without a
  /// function may be theirs.
  var mayBeTangled = false
  /// Lines of places since then that are the report's, of frames that cannot be read.
  var lostFrames: [Int] = []
  /// How many lines in a row had only a dot.
  var dots = 0
}
