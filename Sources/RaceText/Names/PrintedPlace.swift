/// A file as a log prints it, and a line of it where one is printed.
package struct PrintedPlace: Hashable, Sendable {
  /// The file as printed.
  package var file: String
  /// The line, from 1.
  package var line: Int?

  /// A line of a file.
  package init(file: String, line: Int?) {
    self.file = file
    self.line = line
  }
}
