/// Lines inside a report that say that somebody left lines out, until it is known that the report goes on behind them:
/// behind a report such a line means nothing.
struct ElidedLines {
  /// More than anybody puts between two lines of a report.
  private static let most = 50

  private var lines: [Int] = []

  /// Whether nothing waits for the report to go on.
  var isEmpty: Bool { lines.isEmpty }

  /// Takes note of such a line.
  mutating func add(line: Int) {
    if lines.count < Self.most { lines.append(line) }
  }

  /// Marks what these lines stand for as missing: the report has gone on.
  mutating func pass(to draft: inout ReportDraft) {
    guard !lines.isEmpty else { return }
    for line in lines { draft.addElision(line: line) }
    lines = []
  }

  /// Takes note of such a line. Right below a frame it is damage at once: the stack was cut there, whether the report goes
  /// on or not.
  ///
  /// - Returns: whether the line is part of the report.
  mutating func take(line: Int, isBelowFrame: Bool, _ draft: inout ReportDraft) -> Bool {
    add(line: line)
    guard isBelowFrame else { return false }
    pass(to: &draft)
    return true
  }
}
