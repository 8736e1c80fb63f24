internal import ArgumentParser
internal import RaceModel
internal import RaceTerminal
internal import RaceText
internal import RaceWork

/// `racetui list`: the races as text.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the races, most reports first.",
    discussion: "The number of a race is what `racetui show --race` takes, with the same --query.")

  @OptionGroup var input: InputOptions
  @OptionGroup var text: TextOptions
  @OptionGroup var list: ListOptions
  @Option(help: "What to list: race, or site for the sites in the most reports.")
  var by = ListSubject.race

  @Flag(help: "Add the key of each race, which `racetui show --race` also takes.")
  var keys = false

  @Flag(help: "Add what each race is on, and its likely cause.")
  var causes = false

  @Option(help: "Colours on a terminal: auto, never or always. NO_COLOR is respected.")
  var color = ColorChoice.automatic

  func validate() throws {
    guard by == .site else { return }
    if list.isGiven || keys || causes {
      throw ValidationError(
        "--query, --sort, --reverse, --group, --keys and --causes are for races, not for sites")
    }
  }

  func run() throws {
    let configuration = try Configuration.held()
    let query = try list.selection.parsed(configuration.queries)
    let workspace = try input.open(configuration)
    let index = workspace.index()
    if index.races.isEmpty { try InputOptions.check(index, workspace.logs) }
    switch by {
    case .race:
      var content = ListContent(hasKeys: keys, hasCauses: causes)
      content.isColored = StandardOutput.isColored(color)
      try list.write(content, query, index, workspace, width: text.columns, glyphs: text.glyphs)
    case .site:
      try StandardOutput.write(SitesText.text(index, width: text.columns, glyphs: text.glyphs))
    }
    try InputOptions.check(index, workspace.logs)
  }
}

/// What `racetui list` lists.
enum ListSubject: String, CaseIterable, ExpressibleByArgument {
  case race, site
}
