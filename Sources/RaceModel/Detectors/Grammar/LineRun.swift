/// How far a grammar came through lines that it took at once.
struct LineRun {
  /// Where the first line begins that was not taken.
  var end: Int
  /// How many lines were passed.
  var lines = 0
  /// Where the last line that belongs to the report ends; the start of the run when none does.
  var taken: Int
  /// Whether the last line closed the report.
  var isClosed = false

  /// A run that has not passed a line.
  init(at start: Int) {
    end = start
    taken = start
  }

  /// Passes a line that the report's grammar has read.
  ///
  /// - Parameters:
  ///   - end: where the next line begins.
  ///   - number: the physical line with which the run began.
  /// - Returns: whether the report goes on behind it.
  mutating func pass(
    lineTo end: Int, _ verdict: Verdict, number: Int, _ draft: inout ReportDraft
  ) -> Bool {
    guard verdict == .taken || verdict == .closed else { return false }
    draft.place.lastLine = number + lines
    self.end = end
    taken = end
    lines += 1
    isClosed = verdict == .closed
    return !isClosed
  }

  /// Passes the lines of a stack that is known.
  ///
  /// - Parameter number: the physical line with which the run began.
  mutating func pass(_ known: KnownStacks.Found, number: Int, _ draft: inout ReportDraft) {
    end += known.byteCount
    taken = end
    lines += known.lines
    draft.place.lastLine = number + lines - 1
  }
}
