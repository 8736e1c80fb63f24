internal import Glibc
internal import RaceSystem

/// Asking git, which must change nothing, show nothing, ask nothing and run nothing of the repository's.
///
/// A repository's configuration can name programs for many occasions. What each of them is closed by:
///
/// - fsmonitor, hooks, pagers, text conversion: settings and options here, which count more than any file;
/// - everything that talks to a server (fetching what a partial clone left out, `core.sshCommand`, remote
///   helpers, credential helpers): no protocol is allowed (`GIT_ALLOW_PROTOCOL` counts more than `protocol.*`);
/// - filters, which have names of the repository's choosing: `withoutFilters`;
/// - aliases, editors, external diffs, signatures: the commands that are run here have none.
enum Repository {
  /// Why git is not asked.
  enum Refusal: Error, Hashable {
    /// Git cannot be started.
    case notStarted(SystemError)
    /// It cannot be told which programs the repository's configuration names.
    case unknownPrograms(FilterDoubt)
  }

  /// Why it is not known which filters the configuration has.
  enum FilterDoubt: Hashable {
    /// Git was too long about it.
    case late
    /// There are too many of them.
    case tooMany
    /// Git failed, with this status.
    case failed(status: Int32)
  }

  /// Settings that count more than those of any file.
  private static let quiet = [
    "--no-pager", "-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false", "-c",
    "core.hooksPath=/dev/null", "-c", "protocol.allow=never",
  ]

  /// Variables of git's that are the user's own word about where settings are and what may be read. All others
  /// are taken out: they make it another repository, name programs, or write traces.
  private static let kept = [
    "GIT_EXEC_PATH", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_COUNT",
    "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_ATTR_NOSYSTEM",
  ]

  private static let own: [String: String?] = [
    "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "",
    "GIT_PROTOCOL_FROM_USER": "0",
    "GIT_TERMINAL_PROMPT": "0", "GIT_PAGER": "cat", "GIT_EDITOR": "false", "GIT_SEQUENCE_EDITOR": "false",
    "GIT_ASKPASS": "false", "SSH_ASKPASS": "false", "GIT_SSH_COMMAND": "false", "GIT_SSH": "false",
    "GIT_PROXY_COMMAND": "false", "LC_ALL": "C", "LANGUAGE": nil,
  ]

  /// The environment that git is started in, made of the one that this program has.
  static func environment(
    from environment: ChildEnvironment, configuration: [Setting] = []
  ) -> ChildEnvironment {
    var result = environment
    result.remove { name in
      let name = String(decoding: name, as: UTF8.self)
      let isSetting = name.hasPrefix("GIT_CONFIG_KEY_") || name.hasPrefix("GIT_CONFIG_VALUE_")
      return name.hasPrefix("GIT_") && !isSetting && !kept.contains(name)
    }
    result.change(own)
    guard !configuration.isEmpty else { return result }
    // Behind the user's own: of two the later one counts.
    let count = result["GIT_CONFIG_COUNT"].flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
    result.set("GIT_CONFIG_COUNT", to: Array("\(count + configuration.count)".utf8))
    for (index, setting) in zip(count..., configuration) {
      result.set("GIT_CONFIG_KEY_\(index)", to: setting.name)
      result.set("GIT_CONFIG_VALUE_\(index)", to: setting.value)
    }
    return result
  }

  /// Runs git in a folder.
  ///
  /// - Parameters:
  ///   - configuration: settings that count more than those of any file.
  ///   - limit: bytes of output at most.
  static func git(
    _ arguments: [String], in folder: String, configuration: [Setting] = [], joinsErrors: Bool = false,
    limit: Int
  ) throws(SystemError) -> ChildProgram.Outcome {
    try ChildProgram.run(
      "git", quiet + ["-C", folder] + arguments,
      environment: environment(from: .own, configuration: configuration), joinsErrors: joinsErrors,
      limit: limit, seconds: 20)
  }

  /// A setting of git's. The middle part of a name, as of a filter, is any bytes but NUL and LF.
  struct Setting: Hashable {
    let name: [UInt8]
    let value: [UInt8]
  }

  /// Settings that take the filters out of a repository: programs that git runs on what it reads of the working
  /// tree. Where it cannot be told which there are, git must not read the working tree.
  static func withoutFilters(in folder: String) throws(Refusal) -> [Setting] {
    let outcome: ChildProgram.Outcome
    do throws(SystemError) {
      outcome = try git(["config", "--null", "--name-only", "--list"], in: folder, limit: longestList)
    } catch {
      throw .notStarted(error)
    }
    guard !outcome.isCut else { throw .unknownPrograms(.tooMany) }
    guard let status = outcome.status else { throw .unknownPrograms(.late) }
    guard status == 0 else { throw .unknownPrograms(.failed(status: status)) }
    return outcome.output.split(separator: 0).compactMap { withoutFilter(Array($0)) }
  }

  /// The bytes of the names of all settings, at most.
  private static let longestList = 1 << 20

  /// What takes a filter's setting back; nil for other settings. Git writes the first and the last part of a name
  /// in small letters.
  private static func withoutFilter(_ name: [UInt8]) -> Setting? {
    guard name.starts(with: "filter.".utf8), let dot = name.lastIndex(of: UInt8(ascii: ".")) else {
      return nil
    }
    switch String(decoding: name[(dot + 1)...], as: UTF8.self) {
    case "required": return Setting(name: name, value: Array("false".utf8))
    case "clean", "smudge", "process": return Setting(name: name, value: [])
    default: return nil
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
