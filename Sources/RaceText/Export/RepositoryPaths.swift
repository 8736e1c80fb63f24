internal import RaceModel

/// Paths in the repository of files that a log names, for readers that want them from its root.
package struct RepositoryPaths {
  private let roots: [[Substring]]
  private let find: (String) -> String?

  /// The repository of a program.
  ///
  /// - Parameters:
  ///   - roots: its folder, as logs print it, and on this machine.
  ///   - find: finds the file on this machine for a printed path; nil if unknown.
  package init(roots: [String] = [], find: @escaping (String) -> String? = { _ in nil }) {
    self.roots = roots.map { SourcePaths.components($0) }
    self.find = find
  }

  /// The path from the root for a printed path; nil if the file is not, or not known to be, in the
  /// repository. A relative path begins at the root.
  package func path(_ printed: String) -> String? {
    if let found = find(printed).flatMap(fromRoot) { return found }
    return SourcePaths.isRooted(printed) ? fromRoot(printed) : Self.relative(printed)
  }

  private func fromRoot(_ path: String) -> String? {
    let parts = SourcePaths.components(path)
    let root = roots.first { parts.count > $0.count && parts.starts(with: $0) }
    return root.map { parts.dropFirst($0.count).joined(separator: "/") }
  }

  /// A relative path without `.` and `..`; nil if it leaves the folder that it begins in.
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
