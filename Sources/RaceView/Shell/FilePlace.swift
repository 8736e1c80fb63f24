/// A line of an existing file.
package struct FilePlace: Hashable, Sendable {
  /// The file's path.
  package let path: String
  /// The line, from 1; nil if the log names none.
  package let line: Int?

  /// A line of a file.
  package init(path: String, line: Int?) { (self.path, self.line) = (path, line) }
}
