internal import RaceModel

/// Where files that a log names are in the repository, for readers that want paths from its root.
package struct RepositoryPaths {
  private let roots: [[Substring]]
  private let find: (String) -> String?

  /// The repository of a program.
  ///
  /// - Parameters:
  ///   - roots: its folder, as logs print it, and as it is here.
  ///   - find: finds the file here that a printed path means; nil where that is not known.
  package init(roots: [String] = [], find: @escaping (String) -> String? = { _ in nil }) {
    self.roots = roots.map { SourcePaths.components($0) }
    self.find = find
  }

  /// The path from the root on of a path that a log prints; nil when the file is not in the repository, or nothing
  /// tells that it is. A relative path begins at the root.
  package func path(_ printed: String) -> String? {
    if let found = find(printed).flatMap(fromRoot) { return found }
    return SourcePaths.isRooted(printed) ? fromRoot(printed) : Self.relative(printed)
  }

  private func fromRoot(_ path: String) -> String? {
    let parts = SourcePaths.components(path)
    let root = roots.first { parts.count > $0.count && parts.starts(with: $0) }
    return root.map { parts.dropFirst($0.count).joined(separator: "/") }
  }

  /// A relative path without `.` and `..`; nil when it leaves the folder that it begins in.
  private static func relative(_ path: String) -> String? {
    var depth = 0
    for part in path.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where part != "." {
      depth += part == ".." ? -1 : 1
      if depth < 0 { return nil }
    }
    let parts = SourcePaths.components(path)
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }
}
