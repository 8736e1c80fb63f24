/// What a grammar makes of a line that may belong to its report.
enum Verdict {
  /// The line is part of the report.
  case taken
  /// The line is empty.
  case blank
  /// The line is no part of the report, which may go on after it.
  case foreign
  /// The line is the report's last.
  case closed
  /// The report ended before this line, and the line above it, which the report had taken, heads the next one.
  case endedAbove
  /// The report ended before this line.
  case ended
}
