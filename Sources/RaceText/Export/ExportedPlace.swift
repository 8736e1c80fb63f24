internal import RaceModel

/// A line of a file, for formats whose reader opens it.
struct ExportedPlace: Hashable {
  /// The file: a path from the root of the repository, or as the log prints it.
  var file: String
  /// The line, from 1.
  var line: Int
  /// The column, from 1; nil when not known.
  var column: Int?
  /// Whether the file is in the repository.
  var isInRepository: Bool

  /// Where a frame is; nil when its file or its line is not known.
  init?(_ frame: Frame, _ repository: RepositoryPaths) {
    guard let printed = frame.file, !SourcePaths.isPlaceholder(printed), let line = frame.line, line > 0
    else {
      return nil
    }
    self.init(printed, line: line, column: frame.column.flatMap { $0 > 0 ? $0 : nil }, repository)
  }

  /// A line of a file that is called as a log or a command line calls it.
  init(_ name: String, line: Int, column: Int? = nil, _ repository: RepositoryPaths) {
    let path = repository.path(name)
    (file, self.line, self.column, isInRepository) = (path ?? name, line, column, path != nil)
  }

  /// `cart/cart.go:24`
  var words: String { "\(file):\(line)" }
}
