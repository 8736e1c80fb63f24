internal import ArgumentParser
internal import Glibc
internal import RaceModel
internal import RaceSystem
internal import RaceTerminal
internal import RaceText
internal import RaceView
internal import RaceWork

/// The screens, from taking the terminal to giving it back.
extension OpenCommand {
  /// What stays while the screens are shown, however often the logs are read.
  private struct Held {
    let paths: [String]
    let configuration: Configuration
    let known: KnownRaces?
    let query: Query
  }

  /// Runs the screens; the terminal is given back before this returns.
  func show(
    _ logs: OpenLogs, leftOut: String?, _ query: Query, _ configuration: Configuration
  ) throws -> Ending {
    let held = Held(
      paths: try input.inputs(), configuration: configuration,
      known: try baseline.map { try KnownRaces.read($0, plumbing: input, configuration) }, query: query)
    let triage: TriageFacts
    do throws(TriageError) {
      triage = try self.triage()
    } catch {
      StandardError.say("\(error)")
      throw Status.configuration
    }
    do throws(TerminalError) {
      let terminal = try Terminal.open(looks(configuration), mouse: mouse ?? configuration.usesMouse)
      return run(terminal, (logs, leftOut), triage, held)
    } catch {
      StandardError.say("\(error); `racetui list` prints the races as text")
      throw Status.unavailable
    }
  }

  private func looks(_ configuration: Configuration) -> Looks {
    var looks = Looks()
    looks.colors = color
    looks.isASCII = ascii
    looks.theme = theme ?? configuration.theme
    looks.changes = configuration.colors
    return looks
  }

  /// Shows the logs until the user leaves, and reads them again on request.
  private func run(
    _ terminal: consuming Terminal, _ opened: (logs: OpenLogs, leftOut: String?), _ triage: TriageFacts,
    _ held: Held
  ) -> Ending {
    var (opened, triage) = (opened, triage)
    let state = StateFile(demo || !held.configuration.remembers ? [] : held.paths) { Environment.value($0) }
    var remembered = state?.read() ?? Remembered()
    if list.isGiven { remembered.forgetList() }
    var isFollowing = follow
    var showsTour = demo
    var before: LogsOutline?
    while true {
      let workspace = workspace(opened.logs, held)
      var facts = facts(opened, held, isFollowing: isFollowing)
      facts.before = before
      guard let desk = Desk(terminal, workspace, isFollowing: facts.isFollowing) else { return .noThread }
      let settings = settings(desk.glyphs, triage, held)
      var loop = EventLoop(workspace, facts, settings, remembered, desk: desk)
      if showsTour { loop.showTour() }
      showsTour = false
      let ending = loop.run()
      if let left = loop.remembered {
        state?.write(left)
        remembered = left
      }
      guard ending.wantsReload else { return ending }
      isFollowing = loop.isFollowing
      before = loop.outline
      terminal = loop.handOver()
      do throws(InputError) {
        opened = try input.find(held.paths, held.configuration)
      } catch {
        return Ending(status: 0, failures: [error])
      }
      do throws(TriageError) {
        triage = try self.triage()
      } catch {
        return Ending(status: Status.configuration.rawValue, cause: "\(error)")
      }
    }
  }

  /// The marks on races; an unreadable file is reported before the screens open.
  private func triage() throws(TriageError) -> TriageFacts {
    guard !demo, let store = input.triageStore else { return TriageFacts() }
    let file = try store.read()
    let author = Environment.value("USER")
    return TriageFacts(
      file.entries, path: InstalledCode.shortened(store.path), author: author,
      today: "\(CalendarDay.today)")
  }

  private func workspace(_ logs: OpenLogs, _ held: Held) -> Workspace {
    Workspace(
      logs, code: InstalledCode(sources.finder(held.configuration)), triage: demo ? nil : input.triageStore,
      older: held.known?.run)
  }

  private func facts(
    _ opened: (logs: OpenLogs, leftOut: String?), _ held: Held, isFollowing: Bool
  ) -> Logs {
    let files = opened.logs.files
    let canGrow = opened.logs.hasFolders || files.contains { $0.size != nil }
    var facts = Logs(
      title: demo ? "the sample" : input.title, count: files.count, leftOut: opened.leftOut, canGrow: canGrow,
      isFollowing: isFollowing && canGrow)
    facts.canReload = held.paths.allSatisfy { path in
      path != "-" && FileStatus.of(path).map { $0.isRegular || $0.isFolder } != false
    }
    return facts
  }

  private func settings(_ glyphs: Glyphs, _ triage: TriageFacts, _ held: Held) -> Settings {
    let configuration = held.configuration
    var settings = Settings(glyphs: glyphs, bindings: configuration.bindings)
    settings.showsPreview = configuration.showsPreview
    settings.showsCode = configuration.showsCode
    settings.showsWhole = configuration.showsWhole
    settings.list = ListSettings(query: held.query, order: list.order, grouping: list.group)
    settings.queries = configuration.queries
    settings.triage = triage
    settings.older = held.known.map { known in
      OlderRaces(
        known.races, title: LogFile.title(baseline ?? "?"), isList: known.run == nil, doubts: known.doubts)
    }
    return settings
  }
}
