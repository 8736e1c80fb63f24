internal import ArgumentParser
internal import Glibc
internal import RaceModel
internal import RaceSystem
internal import RaceTerminal
internal import RaceText
internal import RaceWork

/// `racetui PATH`: the screens; the list as text if standard output is not a terminal.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the screens (what racetui does without a command).")

  @OptionGroup var input: InputOptions
  @OptionGroup var sources: SourceOptions
  @Flag(help: "Open a built-in sample, with a one-page tour.")
  var demo = false
  @OptionGroup var list: ListOptions
  @Option(
    help: ArgumentHelp(
      "Mark races as new that are not in this older log, or list of known races (see `racetui check`).",
      valueName: "path"), completion: .file())
  var baseline: String?
  @Flag(
    name: .shortAndLong,
    help: "Follow growing logs, and new files in folders.")
  var follow = false
  @Option(help: "Colours: auto, never or always. NO_COLOR, CLICOLOR_FORCE and CLICOLOR are respected.")
  var color = ColorChoice.automatic
  @Option(help: "Colours for a dark or a light background: auto (ask the terminal), dark or light.")
  var theme: ThemeChoice?
  @Flag(help: "Draw with ASCII only.")
  var ascii = false
  @Flag(inversion: .prefixedNo, help: "Use the mouse; without it, the terminal selects text as usual.")
  var mouse: Bool?

  mutating func run() throws {
    guard demo else { return try open() }
    guard input.paths.isEmpty else { throw ValidationError("--demo opens its own log") }
    let sample: Demo
    do throws(SystemError) {
      sample = try Demo()
    } catch {
      StandardError.say("the sample cannot be unpacked: \(error)")
      throw Status.outputFailed
    }
    defer { sample.remove() }
    input.paths = [sample.log]
    sources.map.insert(sample.mapping, at: 0)
    try open()
  }

  private func open() throws {
    try sources.check()
    let configuration = try Configuration.held()
    let query = try list.selection.parsed(configuration.queries, compares: baseline != nil)
    let (logs, leftOut) = try input.openAll(configuration, orNamed: Subcommands.names)
    guard isatty(1) != 0 else {
      if follow { throw ValidationError("--follow needs a terminal: the list is printed once") }
      if let leftOut { StandardError.say(leftOut) }
      return try print(Workspace(logs, code: NoCode(), triage: input.triageStore), query)
    }
    let ending = try show(logs, leftOut: leftOut, query, configuration)
    if let cause = ending.cause { StandardError.say(cause) }
    if ending.status != 0 { throw ExitCode(ending.status) }
    try InputOptions.check(ending.failures)
  }

  private func print(_ workspace: Workspace, _ query: Query) throws {
    let index = workspace.index()
    if index.races.isEmpty { try InputOptions.check(index, workspace.logs) }
    let glyphs: Glyphs = ascii || !StandardOutput.isUTF8 ? .ascii : .unicode
    try list.write(ListContent(), query, index, workspace, width: 120, glyphs: glyphs)
    try InputOptions.check(index, workspace.logs)
  }
}

extension ColorChoice: ExpressibleByArgument {}

extension ThemeChoice: ExpressibleByArgument {}
