/// How far a grammar came through lines that it took at once.
struct LineRun {
  /// Where the first line begins that was not taken.
  var end: Int
  /// How many lines were passed.
  var lines: Int
  /// Where the last line that belongs to the report ends; the start of the run when none does.
  var taken: Int
}
