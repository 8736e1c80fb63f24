/// A file as a log prints it, and a line of it where one is printed.
public struct PrintedPlace: Hashable, Sendable {
  /// The file as printed.
  public var file: String
  /// The line, from 1.
  public var line: Int?

  /// A line of a file.
  public init(file: String, line: Int?) {
    self.file = file
    self.line = line
  }
}
