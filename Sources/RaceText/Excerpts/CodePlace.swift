/// A line of code as a log names it.
package struct CodePlace: Hashable, Sendable {
  /// The file as printed.
  package var file: String
  /// The line, from 1.
  package var line: Int
  /// The number of the log: a file that is newer than one log may be older than another.
  package var log: Int

  /// A line of a file.
  package init(file: String, line: Int, log: Int) {
    self.file = file
    self.line = line
    self.log = log
  }
}
