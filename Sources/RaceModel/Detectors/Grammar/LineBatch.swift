/// Lines that a grammar may take at once, and how far it came through them.
struct LineBatch {
  /// Where the lines end.
  let limit: Int
  /// The physical line with which the batch begins, 1-based.
  let firstLine: Int
  /// Where the first line begins that was not taken.
  var end: Int
  /// How many lines were passed.
  var lines = 0
  /// Where the last line that belongs to the report ends; the start of the batch when none does.
  var taken: Int
  /// Whether the last line closed the report.
  var isClosed = false

  /// Where the lines are that were not taken.
  var rest: Range<Int> { end..<limit }
  /// The physical line that comes next.
  var number: Int { firstLine + lines }

  /// A batch that has not passed a line.
  ///
  /// - Parameter number: the physical line that begins at `start`.
  init(from start: Int, to limit: Int, number: Int) {
    self.limit = limit
    firstLine = number
    end = start
    taken = start
  }

  /// Passes a line that the report's grammar has read.
  ///
  /// - Parameter end: where the next line begins.
  /// - Returns: whether the report goes on behind it.
  mutating func pass(lineTo end: Int, _ verdict: Verdict, _ draft: inout ReportDraft) -> Bool {
    guard verdict == .taken || verdict == .closed else { return false }
    draft.extent.lastLine = number
    self.end = end
    taken = end
    lines += 1
    isClosed = verdict == .closed
    return !isClosed
  }

  /// Passes the lines of a stack that is known.
  mutating func pass(_ known: KnownStacks.Found, _ draft: inout ReportDraft) {
    end += known.byteCount
    taken = end
    lines += known.lines
    draft.extent.lastLine = number - 1
  }
}
