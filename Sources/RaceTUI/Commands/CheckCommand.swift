internal import ArgumentParser
internal import Glibc
internal import RaceModel
internal import RaceSystem
internal import RaceText
internal import RaceWork

/// `racetui check`: a gate for CI that lets known races pass and fails on new ones.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Fail on races that are not in a baseline.",
    discussion: """
      The baseline is a list of known races, .racetui/baseline above the working directory unless --baseline names another \
      one, or an older log. Without one all races are new.

      Exit status: 0 when no race is new; 1 when one is; 2 when that is unknown, because an input cannot be read, \
      ends inside a report, holds the detector's fatal message, or shows no sign that a detector ran; 64 for a wrong \
      command line. docs/check.md has the details.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: QueryOptions
  @OptionGroup var repository: RepositoryOptions
  @OptionGroup var sources: SourceOptions
  @OptionGroup var baseline: BaselineOptions
  @Option(help: ArgumentHelp("Fail on new races, on any race, or on none.", valueName: "races"))
  var failOn = FailingRaces.new
  @Flag(help: "Do not fail when an input is incomplete.")
  var allowIncomplete = false
  @Flag(help: "Exit with 0 whatever was found.")
  var exitZero = false
  @Option(help: "Print the failing races in a format of `racetui export` instead of text.")
  var format: ExportFormatName?
  @Option(
    help: ArgumentHelp("Also write the failing races to a file (repeatable).", valueName: "format=file"),
    transform: { try OutputFile(parsing: $0) })
  var output: [OutputFile] = []

  func run() throws {
    let configuration = try Configuration.held()
    let query = try selection.parsed(configuration.queries, compares: true)
    try sources.check()
    let code = sources.isGiven ? InstalledCode(sources.finder(configuration)) : nil
    for file in output { try file.check(logs: input.paths) }
    let (known, store, workspace) = try opened(configuration)
    let index = workspace.index()
    let doubts = known.doubts + RunDoubt.all(index, workspace.logs.files).map(\.description)
    let comparison = comparison(of: index, known.races, query, workspace, isWhole: doubts.isEmpty)
    let failing = Set(
      index.races.indices.filter { position in
        comparison.novelties[index.races[position].key].map(failOn.fails) ?? false
      })
    var exported = ExportedLogs(
      index, files: workspace.logs.files,
      races: RaceSelection(failing, of: index.races.count, words: "the failing races"))
    exported.repository = repository.paths(code)
    if let code { exported.ask(code) }
    try print(exported, comparison, doubts, oldRuns: known.runCount)
    if let store { try baseline.change(store, comparison, index) }
    throw status(failing.count, comparison, doubts)
  }

  /// The known races, their list, and the logs; ends the program with its own status if one of them cannot be
  /// read.
  private func opened(_ configuration: Configuration) throws -> (KnownRaces, TriageStore?, Workspace) {
    do {
      let (known, store) = try baseline.known(configuration, plumbing: input)
      return (known, store, try input.open(configuration))
    } catch let status as ExitCode where status == Status.noInput || status == Status.cannotTell {
      throw exitZero ? ExitCode.success : Status.cannotTell
    }
  }

  /// Compares the races that match a query with the known ones, except those that the query leaves out.
  private func comparison(
    of index: LogIndex, _ known: [RecordedRace], _ query: Query, _ workspace: Workspace, isWhole: Bool
  ) -> RaceComparison {
    let all = RaceComparison(known, index.recordedRaces, isWhole: isWhole)
    guard query.isOn else { return all }
    let selected = QueryOptions.races(meeting: query, index, workspace, all)
    let leftOut = Set(index.races.indices.filter { !selected.contains($0) }.map { index.races[$0].key })
    let asked = index.races.filter { !leftOut.contains($0.key) }
    // A subset of the races cannot show which others are gone.
    return RaceComparison(
      known.filter { !leftOut.contains($0.key) }, asked.map { RecordedRace($0, of: index) }, isWhole: false)
  }

  // MARK: Output

  private func print(
    _ exported: ExportedLogs, _ comparison: RaceComparison, _ doubts: [String], oldRuns: Int?
  ) throws {
    let text = ComparisonText(comparison, exported.index, oldRuns: oldRuns)
    let lines =
      text.lines(hasStill: failOn == .any) + doubts.map { "cannot tell: \($0)" } + [text.summary + "."]
    if let format {
      var format = format.format.init()
      try format.finish(exported, to: StandardOutput.write)
      for doubt in doubts { StandardError.say("cannot tell: \(doubt)") }
      StandardError.say(text.summary)
    } else {
      try StandardOutput.write(lines.map { $0 + "\n" }.joined())
    }
    for file in output { try file.write(exported) }
  }

  private func status(_ failing: Int, _ comparison: RaceComparison, _ doubts: [String]) -> ExitCode {
    if exitZero { return .success }
    if failing > 0 { return .failure }
    if baseline.strictBaseline, comparison.outcomes.contains(where: { $0.outcome == .notSeen }) {
      StandardError.say("the baseline lists races that were not seen: --prune-baseline removes them")
      return .failure
    }
    if failOn != .none, !doubts.isEmpty, !allowIncomplete { return Status.cannotTell }
    return .success
  }
}
