internal import ArgumentParser
internal import Glibc
internal import RaceModel
internal import RaceSystem
internal import RaceText
internal import RaceWork

/// The logs to read.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Logs to read, plain or compressed, or folders of them; - for standard input.", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      Treat more frames as plumbing: function:PREFIX (or PREFIX alone), file:NAME, path:PART, module:PREFIX; \
      '!RULE' for frames that are not plumbing. The last rule that matches wins. Rules change sites, and with them \
      races and their keys (repeatable).
      """, valueName: "rule"), transform: { try UserPlumbingRule(parsing: $0) })
  var plumbing: [UserPlumbingRule] = []

  @Option(
    help: ArgumentHelp(
      """
      File for marks on races. (default: .racetui/triage in the nearest folder above that has .racetui or \
      .git; RACETUI_TRIAGE names another file, or none)
      """, valueName: "file"), completion: .file())
  var triage: String?

  /// The triage file; nil for none.
  var triageStore: TriageStore? {
    if let triage { return triage.isEmpty ? nil : TriageStore(path: triage) }
    if let named = Environment.value("RACETUI_TRIAGE") {
      return named.isEmpty ? nil : TriageStore(path: named)
    }
    return TriageStore.find("triage", in: Configuration.projectFolders(), title: "racetui triage")
  }

  /// The paths; standard input if none is named and it is not a terminal.
  func inputs() throws -> [String] {
    guard paths.isEmpty else { return paths }
    guard isatty(0) == 0 else {
      throw ValidationError("no log: name a file, or pipe one in (`go test -race ./... 2>&1 | racetui`)")
    }
    return ["-"]
  }

  /// The name of the inputs: the first as the user gave it, and how many more there are.
  var title: String {
    let name = LogFile.title(paths.first ?? "-")
    return paths.count > 1 ? "\(name) and \(paths.count - 1) more" : name
  }

  /// Opens all inputs, folders as the logs in them; names one that cannot be opened on standard error, and
  /// ends the program.
  ///
  /// - Parameters:
  ///   - configuration: has plumbing rules; those of the command line take precedence.
  ///   - commands: the commands that the first word may have been meant for; empty if one was named.
  /// - Returns: the logs, and messages about files that are not logs.
  func openAll(
    _ configuration: Configuration, orNamed commands: [String] = []
  ) throws -> (logs: OpenLogs, leftOut: String?) {
    let paths = try inputs()
    Self.allowManyFiles()
    do throws(InputError) {
      return try find(paths, configuration)
    } catch {
      let hint = error.cause == .system(errno: ENOENT) ? commandHint(commands).map { "; \($0)" } : nil
      StandardError.say("\(error)\(hint ?? "")")
      throw Status.noInput
    }
  }

  /// The message if the first word is not a file and looks like a command.
  private func commandHint(_ commands: [String]) -> String? {
    guard let word = paths.first, !commands.isEmpty, word.allSatisfy({ $0.isLetter }) else {
      return nil
    }
    if let nearest = NearestWord.of(word, among: commands) {
      return "racetui has no command \(word); the nearest is \(nearest)"
    }
    return "racetui has no command \(word); pipe a run in: PROGRAM 2>&1 | racetui"
  }

  /// Opens inputs, folders as the logs in them.
  func find(
    _ paths: [String], _ configuration: Configuration
  ) throws(InputError) -> (logs: OpenLogs, leftOut: String?) {
    let found = try LogPaths(paths)
    let plumbing = UserPlumbing(configuration.plumbing + plumbing)
    return (try OpenLogs(found, plumbing: plumbing), found.leftOutWords)
  }

  /// Opens all inputs for a command that prints text, and reports on standard error what was left out.
  ///
  /// - Parameter code: where to find the code that the logs name.
  func open(_ configuration: Configuration, code: any CodeSearch = NoCode()) throws -> Workspace {
    let (logs, leftOut) = try openAll(configuration)
    if let leftOut { StandardError.say(leftOut) }
    return Workspace(logs, code: code, triage: triageStore)
  }

  /// A folder can hold more logs than a process may have open at first.
  private static func allowManyFiles() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  /// Ends the program with a status if an input could not be read to its end, or a part of it not again.
  static func check(_ index: LogIndex, _ logs: OpenLogs) throws {
    let failures = index.failures
    let lost = logs.files.compactMap(\.lostPart).filter { part in
      !failures.contains { $0.name == part.name }
    }
    try check(failures + lost)
  }

  /// Ends the program with a status when an input could not be read to its end.
  static func check(_ failures: [InputError]) throws {
    for failure in failures { StandardError.say("\(failure)") }
    if !failures.isEmpty { throw Status.noInput }
  }
}
