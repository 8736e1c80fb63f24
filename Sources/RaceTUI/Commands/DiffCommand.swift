internal import ArgumentParser
internal import RaceModel
internal import RaceText
internal import RaceWork

/// `racetui diff`: which races of a newer run are new, and what happened to those of an older one.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compare the races of older and newer logs.",
    usage: "racetui diff [options] OLD ... -- NEW ...",
    discussion: """
      A race that is not seen is not necessarily fixed: the detector reports what happens in a run. With several logs \
      on a side, each race says in how many runs it occurred. A race with one side is matched by that side, as PERHAPS.

      Exit status: 0 when all could be read, 2 when an input could not.
      """)

  @OptionGroup var options: InputOptions
  @Option(parsing: .unconditionalSingleValue, help: .hidden)
  var newer: [String] = []
  @Flag(help: "Also list the races that are still there, and what has changed in their reports.")
  var all = false

  /// The arguments with an option before each log after `--`: the parser accepts a second list of paths only
  /// this way.
  static func arguments(_ arguments: [String]) -> [String] {
    guard arguments.first == configuration.commandName, let end = arguments.firstIndex(of: "--") else {
      return arguments
    }
    return arguments[..<end] + arguments[(end + 1)...].flatMap { ["--newer", $0] }
  }

  func validate() throws {
    if options.paths.isEmpty || newer.isEmpty {
      throw ValidationError(
        "name the older logs, then --, then the newer ones: racetui diff OLD ... -- NEW ...")
    }
  }

  func run() throws {
    let configuration = try Configuration.held()
    let old = try read(options, configuration)
    var input = options
    input.paths = newer
    let new = try read(input, configuration)
    let doubts = RunDoubt.all(new.index, new.files)
    let comparison = RaceComparison(
      old.index.recordedRaces, new.index.recordedRaces,
      isWhole: doubts.isEmpty)
    var text = ComparisonText(comparison, new.index, oldRuns: max(1, old.index.runCount))
    let older = OlderRun(old.index, files: old.files)
    text.changes = { older.changes(to: ComparedRace($0, of: new.index), files: new.files) }
    let told = (RunDoubt.all(old.index, old.files) + doubts).map { "cannot tell: \($0)" }
    try StandardOutput.write(
      (text.lines(hasStill: all) + told + [text.summary + "."]).map { $0 + "\n" }.joined())
    if !(old.index.failures + new.index.failures).isEmpty { throw Status.cannotTell }
  }

  private func read(_ input: InputOptions, _ configuration: Configuration) throws -> (
    index: LogIndex, files: [LogFile]
  ) {
    do {
      let workspace = try input.open(configuration)
      return (workspace.index(), workspace.logs.files)
    } catch let status as ExitCode where status == Status.noInput {
      throw Status.cannotTell
    }
  }
}
