internal import ArgumentParser
internal import RaceModel
internal import RaceView

/// `racetui show`: one race as text, both stacks side by side.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print one race: both accesses, their stacks and creations side by side.",
    discussion: """
      Below 100 columns one stands above the other. With --source or --map the code of the program is asked \
      whether its lines make the calls that the stacks show; without them the text depends on the log alone.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var text: TextOptions
  @OptionGroup var sources: SourceOptions
  @Option(help: ArgumentHelp("Its number in the list, or the beginning of its key.", valueName: "race"))
  var race = "1"
  @Option(help: ArgumentHelp("Which of its reports.", valueName: "number"))
  var report = 1
  @Flag(help: "Fold plumbing, and the frames that both sides share.")
  var fold = false

  func validate() throws {
    if race.isEmpty { throw ValidationError("--race takes the number of a race or the beginning of its key") }
  }

  func run() throws {
    try sources.check()
    let files = try input.open()
    let index = try InputOptions.read(files)
    if index.races.isEmpty {
      try StandardOutput.write(ListText.text(index, sort: .count, width: text.columns, glyphs: text.glyphs))
      return try InputOptions.check(index.failures)
    }
    let race = try find(in: index)
    let reports = index.races[race].reports
    guard reports.indices.contains(report - 1) else {
      throw refuse(
        "race \(self.race) has \(reports.count) report\(reports.count == 1 ? "" : "s"), no report \(report)")
    }
    let entry = index.reports[Int(reports[report - 1])]
    let detail = entry.read(from: files[Int(entry.source)], during: index.printedDuring(entry))
    let testimony = detail.flatMap { ask($0, log: files[Int(entry.source)].name) }
    try StandardOutput.write(
      ShowText(
        index: index, race: race, place: report - 1, detail: detail, testimony: testimony, isFolded: fold
      ).text(width: text.columns, glyphs: text.glyphs))
    try InputOptions.check(index.failures)
  }

  /// What source files say, when it is told where they are.
  private func ask(_ detail: DetailedReport, log: String) -> SourceTestimony? {
    guard sources.isGiven else { return nil }
    return SourceWitness(sources.finder).testimony(of: detail, logModified: FileTime.modified(log))
  }

  /// Says what the log does not have. The command line may be right for another log: its usage would not help.
  private func refuse(_ words: String) -> ExitCode {
    StandardError.say(words)
    return .validationFailure
  }

  /// The race that `--race` names.
  private func find(in index: LogIndex) throws -> Int {
    var list = RaceList()
    list.arrange(index)
    if let number = Int(race), race.utf8.count < 9 {
      guard list.order.indices.contains(number - 1) else {
        let count = list.order.count
        throw refuse("there \(count == 1 ? "is 1 race" : "are \(count) races"), no race \(number)")
      }
      return list.order[number - 1]
    }
    let found = index.races.indices.filter { index.races[$0].key.description.hasPrefix(race.lowercased()) }
    guard let first = found.first, found.count == 1 else {
      throw refuse(
        found.isEmpty
          ? "no race has the key \(race)" : "\(found.count) races have keys that begin with \(race)")
    }
    return first
  }
}
