internal import Glibc

/// Asking git, which must change nothing, show nothing, ask nothing and run nothing of the repository's.
enum Repository {
  /// Variables that would make it another repository, or make git talk to a person or a server.
  private static let environment: [String: String?] = [
    "GIT_DIR": nil, "GIT_WORK_TREE": nil, "GIT_INDEX_FILE": nil, "GIT_COMMON_DIR": nil, "GIT_PREFIX": nil,
    "GIT_NAMESPACE": nil, "GIT_OBJECT_DIRECTORY": nil, "GIT_LITERAL_PATHSPECS": nil,
    "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_PAGER": "cat",
    "GIT_EDITOR": "false", "GIT_ASKPASS": "false", "LC_ALL": "C", "LANGUAGE": nil,
  ]

  /// Runs git in a folder.
  ///
  /// - Parameters:
  ///   - configuration: settings that count more than those of any file.
  ///   - limit: bytes of output at most.
  static func git(
    _ arguments: [String], in folder: String, configuration: [Setting] = [], joinsErrors: Bool = false,
    limit: Int
  ) throws(ChildProgram.StartError) -> ChildProgram.Outcome {
    // Programs that a repository's configuration names are not for someone who only looks.
    let quiet = [
      "--no-pager", "-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false", "-c",
      "core.hooksPath=/dev/null", "-C", folder,
    ]
    var environment = environment
    // Behind the user's own: of two the later one counts.
    let own = getenv("GIT_CONFIG_COUNT").flatMap { Int(String(cString: $0)) } ?? 0
    if !configuration.isEmpty { environment["GIT_CONFIG_COUNT"] = String(own + configuration.count) }
    for (index, setting) in zip(own..., configuration) {
      environment["GIT_CONFIG_KEY_\(index)"] = setting.name
      environment["GIT_CONFIG_VALUE_\(index)"] = setting.value
    }
    return try ChildProgram.run(
      "git", quiet + arguments, environment: environment, joinsErrors: joinsErrors, limit: limit, seconds: 20)
  }

  /// A setting of git's.
  struct Setting {
    let name: String
    let value: String
  }

  /// Settings that take the filters out of a repository: programs that git runs on what it reads of the working
  /// tree.
  static func withoutFilters(in folder: String) -> [Setting] {
    let wanted = #"^filter\..*\.(clean|process|required)$"#
    let arguments = ["config", "--null", "--name-only", "--get-regexp", wanted]
    guard let outcome = try? git(arguments, in: folder, limit: 1 << 20), outcome.status == 0 else {
      return []
    }
    return outcome.output.split(separator: 0).map { name in
      let name = String(decoding: name, as: UTF8.self)
      return Setting(name: name, value: name.hasSuffix(".required") ? "false" : "")
    }
  }

  /// The files of the repository that `folder` is in, as paths from it on: those git knows, in modules
  /// too, then those it does not know and does not ignore. A folder that ends in `/` is another
  /// repository. Nil where there is no repository, or no git.
  static func files(under folder: String) -> [String]? {
    guard let known = list(["--cached", "--recurse-submodules"], folder) else { return nil }
    return known + (list(["--others", "--exclude-standard"], folder) ?? [])
  }

  private static func list(_ options: [String], _ folder: String) -> [String]? {
    guard let outcome = try? git(["ls-files", "-z"] + options, in: folder, limit: 1 << 26),
      outcome.status == 0
    else { return nil }
    return outcome.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }
}
