public import ArgumentParser
internal import RaceModel
public import RaceView

/// `racetui list`: the races as text.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the races, most reports first.",
    discussion: "The number of a race is what `racetui show --race` takes.")

  @OptionGroup var input: InputOptions
  @OptionGroup var text: TextOptions
  @Option(help: "The order: count, firstSeen or site.")
  var sort = RaceList.Sort.count

  func run() throws {
    let files = try input.open()
    let index = try InputOptions.read(files)
    if index.races.isEmpty { try InputOptions.check(index.failures) }
    try StandardOutput.write(ListText.text(index, sort: sort, width: text.columns, glyphs: text.glyphs))
    try InputOptions.check(index.failures)
  }
}

extension RaceList.Sort: ExpressibleByArgument {}
