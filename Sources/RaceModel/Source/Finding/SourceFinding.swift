/// What was found for a path as a log printed it.
package enum SourceFinding: Hashable, Sendable {
  /// One file.
  case found(path: String, by: Means)
  /// These files fit equally well, and none is chosen.
  case ambiguous([String])
  /// No file here fits the path.
  case missing

  /// How a file was found: how sure it is that it is the one.
  package enum Means: Hashable, Sendable {
    /// It is where the log says.
    case printed
    /// It is where the user's mapping says.
    case mapping
    /// It is where the module of the printed path is, as a `go.mod` here says.
    case goModule
    /// So many last components of its path are the printed ones.
    case suffix(components: Int)
    /// It is the only file of that name, in another folder than the log says or with none said.
    case nameOnly
    /// It is the file of that name in the Go installation here, of whatever version.
    case standardLibrary
    /// It is the file of the printed version in Go's module cache.
    case moduleCache
  }

  /// The file's path; nil when there is none, or more than one.
  package var path: String? {
    if case .found(let path, _) = self { path } else { nil }
  }
}
