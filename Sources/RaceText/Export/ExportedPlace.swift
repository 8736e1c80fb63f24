internal import RaceModel

/// A line of a file, for formats whose reader opens it.
struct ExportedPlace: Hashable {
  /// The file: a path from the root of the repository, or as printed in the log.
  var file: String
  /// The line, from 1.
  var line: Int
  /// The column, from 1; nil if unknown.
  var column: Int?
  /// Whether the file is in the repository.
  var isInRepository: Bool

  /// The place of a frame; nil if its file or its line is unknown.
  init?(_ frame: Frame, _ repository: RepositoryPaths) {
    guard let printed = frame.file, !SourcePaths.isPlaceholder(printed), let line = frame.line, line > 0
    else {
      return nil
    }
    self.init(printed, line: line, column: frame.column.flatMap { $0 > 0 ? $0 : nil }, repository)
  }

  /// A line of a file, named as in a log or on a command line.
  init(_ name: String, line: Int, column: Int? = nil, _ repository: RepositoryPaths) {
    let path = repository.path(name)
    (file, self.line, self.column, isInRepository) = (path ?? name, line, column, path != nil)
  }

  /// `cart/cart.go:24`
  var words: String { "\(file):\(line)" }
}
