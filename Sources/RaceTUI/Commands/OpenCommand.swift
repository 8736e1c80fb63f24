internal import ArgumentParser
internal import Glibc
internal import RaceModel
internal import RaceSystem
internal import RaceTerminal
internal import RaceText
internal import RaceView
internal import RaceWork

/// `racetui PATH`: the screens; the list as text where standard output is no terminal.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the screens (what racetui does without a command).")

  @OptionGroup var input: InputOptions
  @OptionGroup var sources: SourceOptions
  @Flag(help: "Open a sample that is inside the program, with a tour of one page.")
  var demo = false
  @OptionGroup var list: ListOptions
  @Option(
    help: ArgumentHelp(
      "An older log, or a list of known races as `racetui check` keeps it: others are marked as new.",
      valueName: "path"), completion: .file())
  var baseline: String?
  @Flag(
    name: .shortAndLong,
    help: "Follow growing logs, and new files in folders.")
  var follow = false
  @Option(help: "Colours: auto, never or always. NO_COLOR, CLICOLOR_FORCE and CLICOLOR are respected.")
  var color = ColorChoice.automatic
  @Option(help: "Colours for a dark or a light background: auto (the terminal is asked), dark or light.")
  var theme: ThemeChoice?
  @Flag(help: "Draw with ASCII only.")
  var ascii = false
  @Flag(inversion: .prefixedNo, help: "Use the mouse; without it, the terminal selects text as usual.")
  var mouse: Bool?

  mutating func run() throws {
    guard demo else { return try open() }
    guard input.paths.isEmpty else { throw ValidationError("--demo opens a log of its own") }
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
    let query = try list.selection.parsed(configuration.queries)
    let (logs, leftOut) = try input.openAll(configuration)
    guard isatty(1) != 0 else {
      if follow { throw ValidationError("--follow needs a terminal: the list is printed once") }
      if let leftOut { StandardError.say(leftOut) }
      return try print(Workspace(logs, code: NoCode()), query)
    }
    let ending = try show(logs, leftOut: leftOut, query, configuration)
    if let cause = ending.cause { StandardError.say(cause) }
    if ending.status != 0 { throw ExitCode(ending.status) }
    try InputOptions.check(ending.failures)
  }

  private func print(_ workspace: Workspace, _ query: Query) throws {
    let index = workspace.index()
    if index.races.isEmpty { try InputOptions.check(index.failures) }
    let glyphs: Glyphs = ascii || !StandardOutput.isUTF8 ? .ascii : .unicode
    try list.write(ListContent(), query, index, workspace, width: 120, glyphs: glyphs)
    try InputOptions.check(index.failures)
  }

  /// What is said of races; a file that cannot be read is told before the screens begin.
  private func facts(_ store: TriageStore?) throws -> TriageFacts {
    guard let store else { return TriageFacts() }
    do throws(TriageError) {
      let file = try store.read()
      let author = getenv("USER").map { String(cString: $0) }
      return TriageFacts(
        file.entries, place: InstalledCode.shortened(store.path), author: author,
        today: "\(CalendarDay.today)")
    } catch {
      StandardError.say("\(error)")
      throw Status.configuration
    }
  }

  /// Runs the screens; the terminal is given back before this returns.
  private func show(
    _ logs: OpenLogs, leftOut: String?, _ query: Query, _ configuration: Configuration
  ) throws -> Ending {
    let paths = try input.inputs()
    let known = try baseline.map { try KnownRaces.read($0, plumbing: input, configuration) }
    let triage = try demo ? TriageFacts() : facts(input.triageStore)
    do throws(TerminalError) {
      let store = demo ? nil : input.triageStore
      let workspace = Workspace(
        logs, code: InstalledCode(sources.finder(configuration)), triage: store, older: known?.run)
      let files = logs.files
      let canGrow = logs.hasFolders || files.contains { $0.size != nil }
      let facts = Logs(
        title: demo ? "the sample" : input.title, count: files.count, leftOut: leftOut, canGrow: canGrow,
        isFollowing: follow && canGrow)
      var looks = Looks()
      looks.colors = color
      looks.isASCII = ascii
      looks.theme = theme ?? configuration.theme
      looks.changes = configuration.colors
      let terminal = try Terminal.open(looks, mouse: mouse ?? configuration.usesMouse)
      guard let desk = Desk(terminal, workspace, isFollowing: facts.isFollowing) else { return .noThread }
      var settings = Settings(glyphs: desk.glyphs, bindings: configuration.bindings)
      settings.showsPreview = configuration.showsPreview
      settings.showsCode = configuration.showsCode
      settings.showsWhole = configuration.showsWhole
      settings.list = ListSettings(query: query, order: list.order, grouping: list.group)
      settings.queries = configuration.queries
      settings.triage = triage
      settings.older = known.map { known in
        OlderRaces(
          known.races, title: LogFile.title(baseline ?? "?"), isList: known.run == nil, doubts: known.doubts)
      }
      let state = StateFile(demo || !configuration.remembers ? [] : paths) {
        getenv($0).map { String(cString: $0) }
      }
      var remembered = state?.read() ?? Remembered()
      if list.isGiven { remembered.forgetList() }
      var loop = EventLoop(workspace, facts, settings, remembered, desk: desk)
      if demo { loop.showTour() }
      let ending = loop.run()
      if let remembered = loop.remembered { state?.write(remembered) }
      return ending
    } catch {
      StandardError.say("\(error); `racetui list` prints the races as text")
      throw Status.unavailable
    }
  }
}

extension ColorChoice: ExpressibleByArgument {}

extension ThemeChoice: ExpressibleByArgument {}
