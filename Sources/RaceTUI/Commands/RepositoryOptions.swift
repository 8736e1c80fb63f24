internal import ArgumentParser
internal import RaceModel
internal import RaceSystem
internal import RaceText
internal import RaceWork

/// Where to find the repository of the files that a log names.
struct RepositoryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Folder of the repository, as the log prints it: formats for CI name files relative to it \
      (default: the repository that the working directory is in).
      """, valueName: "folder"), completion: .directory)
  var root: String?

  /// The repository.
  ///
  /// - Parameter code: finds files that a log names by other paths; nil if the user does not say where they
  ///   are.
  func paths(_ code: (any CodeSearch)?) -> RepositoryPaths {
    let here = Self.folder(of: InstalledCode.workingDirectory)
    return RepositoryPaths(roots: [root, here].compactMap(\.self)) { printed in code?.find(printed).path }
  }

  /// The nearest folder with `.git` in it, from a folder upwards; else the folder itself.
  private static func folder(of directory: String) -> String {
    var parts = directory.split(separator: "/")
    while !parts.isEmpty {
      let folder = "/" + parts.joined(separator: "/")
      // A worktree and a submodule have a file of that name.
      if FileStatus.of(folder + "/.git") != nil { return folder }
      parts.removeLast()
    }
    return directory
  }
}
