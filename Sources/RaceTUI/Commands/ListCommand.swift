internal import ArgumentParser
internal import RaceModel
internal import RaceText
internal import RaceWork

/// `racetui list`: the races as text.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the races, most reports first.",
    discussion: "The number of a race is what `racetui show --race` takes.")

  @OptionGroup var input: InputOptions
  @OptionGroup var text: TextOptions
  @Option(help: "Order of races: count, first-seen or site. (default: count)")
  var sort: RaceSort?

  @Option(help: "What to list: race, or site for the sites in most reports.")
  var by = ListSubject.race

  func validate() throws {
    if by == .site, sort != nil {
      throw ValidationError("--sort is for races: sites are listed by their reports")
    }
  }

  func run() throws {
    let index = try input.open().index()
    if index.races.isEmpty { try InputOptions.check(index.failures) }
    let list =
      switch by {
      case .race: ListText.text(index, sort: sort ?? .count, width: text.columns, glyphs: text.glyphs)
      case .site: SitesText.text(index, width: text.columns, glyphs: text.glyphs)
      }
    try StandardOutput.write(list)
    try InputOptions.check(index.failures)
  }
}

extension RaceSort: ExpressibleByArgument {}

/// What `racetui list` lists.
enum ListSubject: String, CaseIterable, ExpressibleByArgument {
  case race, site
}
