/// A verdict of a test runner, and where it was printed.
struct PrintedVerdict {
  let verdict: RunnerVerdict
  /// Where it begins in the bytes.
  let start: Int
  /// The line in the bytes, or the text of a record.
  let line: Range<Int>
  /// Where that line begins in the log.
  let position: Int
  /// The stream inside a JSON log, or plain text.
  let stream: TextStream
}
