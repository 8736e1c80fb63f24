internal import ArgumentParser
internal import RaceModel
internal import RaceText
internal import RaceWork

/// `racetui list`: the races as text.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the races, most reports first.",
    discussion: "The number of a race is what `racetui show --race` takes, with the same --query.")

  @OptionGroup var input: InputOptions
  @OptionGroup var text: TextOptions
  @OptionGroup var selection: QueryOptions
  @Option(help: "Order of races: count, first-seen or site. (default: count)")
  var sort: RaceSort?

  @Option(help: "What to list: race, or site for the sites in most reports.")
  var by = ListSubject.race

  @Flag(help: "Add the key of each race, which `racetui show --race` takes, too.")
  var keys = false

  @Flag(help: "Add what each race is on, and its likely cause.")
  var causes = false

  func validate() throws {
    guard by == .site else { return }
    if sort != nil { throw ValidationError("--sort is for races: sites are listed by their reports") }
    if selection.query != nil || keys || causes {
      throw ValidationError("--query, --keys and --causes are for races, not for sites")
    }
  }

  func run() throws {
    let query = try selection.parsed()
    let workspace = try input.open()
    let index = workspace.index()
    if index.races.isEmpty { try InputOptions.check(index.failures) }
    let list =
      switch by {
      case .race:
        ListText.text(
          index, content(query, index, workspace), sort: sort ?? .count, width: text.columns,
          glyphs: text.glyphs)
      case .site: SitesText.text(index, width: text.columns, glyphs: text.glyphs)
      }
    try StandardOutput.write(list)
    try InputOptions.check(index.failures)
  }

  private func content(_ query: Query, _ index: LogIndex, _ workspace: Workspace) -> ListContent {
    let races = QueryOptions.races(meeting: query, index, workspace)
    var content = ListContent(races: races, hasKeys: keys)
    if causes {
      let listed = index.races.indices.filter(races.contains).map { index.races[$0] }
      content.explanations = workspace.explanations(of: listed, index)
    }
    return content
  }
}

extension RaceSort: ExpressibleByArgument {}

/// What `racetui list` lists.
enum ListSubject: String, CaseIterable, ExpressibleByArgument {
  case race, site
}
