/// Lines whose text goes on in the next line.
struct UnfinishedLines {
  /// Whether the beginning of a line that is too long was passed.
  var isInLongLine = false
  /// The text in quotes that goes on.
  var folded: FoldedText?
  /// The beginning of a line that the encoding of mails has cut.
  var cutLine: CutLine?
}
