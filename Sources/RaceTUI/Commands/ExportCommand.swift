internal import ArgumentParser
internal import RaceModel
internal import RaceSystem
internal import RaceText
internal import RaceWork

/// `racetui export`: everything that was read, for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Export reports or races for other programs.",
    discussion: ExportFormatName.table + "\n\ndocs/export.md describes them.")

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: QueryOptions
  @OptionGroup var repository: RepositoryOptions
  @OptionGroup var sources: SourceOptions
  @Option(help: "Output format.")
  var format = ExportFormatName(format: ExportFormats.all[0])
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "File to write, whole or not at all (default: standard output).", valueName: "file"),
    completion: .file())
  var output: String?

  func run() throws {
    let configuration = try Configuration.held()
    let query = try selection.parsed(configuration.queries)
    try sources.check()
    let code: InstalledCode? = sources.isGiven ? InstalledCode(sources.finder(configuration)) : nil
    let workspace = try input.open(configuration)
    let files = workspace.logs.files
    if let output { try ExportDestination.check(output, logs: input.paths) }
    let destination = try ExportDestination(output)
    var format = format.format.init()
    let index = try workspace.index { index in
      // Which races match a query is known only after everything is read.
      guard !query.isOn else { return }
      try format.writeNew(ExportedLogs(index, files: files), to: destination.write)
    }
    let races = QueryOptions.races(meeting: query, index, workspace)
    var logs = ExportedLogs(index, files: files, races: races)
    logs.repository = repository.paths(code)
    if let code { logs.ask(code) }
    try format.finish(logs, to: destination.write)
    try destination.close()
    if races.count == 0 { StandardError.say("no race matches \(query.text)") }
    try InputOptions.check(index, workspace.logs)
  }
}

/// An export format on the command line: any of `ExportFormats.all`, by its name.
struct ExportFormatName: ExpressibleByArgument {
  let format: any ExportFormat.Type

  init(format: any ExportFormat.Type) { self.format = format }

  init?(argument: String) {
    guard let format = ExportFormats.named(argument) else { return nil }
    self.format = format
  }

  var defaultValueDescription: String { format.name }

  static var allValueStrings: [String] { ExportFormats.all.map { $0.name } }

  /// The names and their meanings, one per line.
  static var table: String {
    let width = allValueStrings.map(\.utf8.count).max() ?? 0
    return ExportFormats.all.map { format in
      format.name + String(repeating: " ", count: width - format.name.utf8.count + 2) + format.summary
    }.joined(separator: "\n")
  }
}
