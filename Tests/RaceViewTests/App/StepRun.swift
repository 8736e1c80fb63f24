import RaceModel
import RaceText
import RaceWork
import ScreenHarness

@testable import RaceView

/// A world that answers only on request.
private struct PatientWorld: World {
  let workspace: Workspace
  private(set) var jobs: [Job] = []

  init(_ workspace: Workspace) { self.workspace = workspace }

  mutating func run(_ job: Job) -> [Answer] {
    // These jobs depend on the machine: never do them.
    switch job {
    case .demangle, .blame, .locate: break
    default: jobs.append(job)
    }
    return []
  }

  mutating func perform(_ effect: Effect) -> [Event] { [] }

  /// Performs one of the jobs.
  mutating func answer(_ number: Int) -> [Answer] {
    guard !jobs.isEmpty else { return [] }
    var answers: [Answer] = []
    workspace.answer(jobs.remove(at: number % jobs.count)) { answers.append($0) }
    return answers
  }
}

/// Screens, the events on them, and the promises to check.
struct StepRun {
  private var screens: Interpreter<PatientWorld>
  private var batches: [IndexBatch]
  private let last: IndexBatch
  private var isLoaded = false
  /// The first broken promise.
  private(set) var broken: BrokenPromise?

  /// The current screens.
  var app: App { screens.app }

  init(_ file: LogFile, _ batches: [IndexBatch], _ last: IndexBatch) {
    let app = App(Logs(title: "log", count: 1), size: Size(columns: 120, rows: 36))
    screens = Interpreter(app, world: PatientWorld(Workspace(OpenLogs(files: [file]), code: NoCode())))
    (self.batches, self.last) = (batches.reversed(), last)
  }

  mutating func take(_ step: Step) {
    let before = screens.app
    switch step {
    case .grow: grow()
    case .loaded:
      while !isLoaded { grow() }
    case .answer(let number): for answer in screens.world.answer(number) { screens.send(.answer(answer)) }
    case .key(let key): screens.send(.input(.key(key)))
    case .resize(let columns, let rows): screens.send(.input(.resize(columns: columns, rows: rows)))
    case .press(let x, let y): screens.send(.input(.press(column: column(x), row: row(y))))
    case .drag(let x, let y): screens.send(.input(.drag(column: column(x), row: row(y))))
    case .wheel(let x, let y, let lines):
      screens.send(.input(.wheel(column: column(x), row: row(y), lines: lines)))
    }
    checkScreen(step)
    checkWayBack(step)
    checkHelp(step)
    switch step {
    case .grow, .loaded, .answer, .resize: checkCursor(step, before)
    default: break
    }
  }

  private func column(_ thousandths: Int) -> Int { screens.app.context.size.columns * thousandths / 1000 }
  private func row(_ thousandths: Int) -> Int { screens.app.context.size.rows * thousandths / 1000 }

  private mutating func grow() {
    if let batch = batches.popLast() {
      screens.send(.log(.batch(batch)))
    } else if !isLoaded {
      isLoaded = true
      screens.send(.log(.batch(last)))
      screens.send(.log(.loaded))
    }
  }

  private mutating func fail(_ promise: String, _ place: String, _ step: Step) {
    let screen = type(of: screens.app.screen).id
    if broken == nil {
      broken = BrokenPromise(promise: promise, place: "\(place), on \(screen) after \(step)")
    }
  }

  // MARK: Promises

  /// No screen is blank: the first row names the screen.
  private mutating func checkScreen(_ step: Step) {
    let (size, grid) = (screens.app.context.size, screens.app.draw())
    guard (grid.columns, grid.rows) == (size.columns, size.rows) else {
      return fail("the screen has the size of the terminal", "\(grid.columns)x\(grid.rows)", step)
    }
    guard size.columns >= 20, size.rows >= 3 else { return }
    if grid.text(row: 0).allSatisfy({ $0 == " " }) { fail("no screen is blank", "the title is", step) }
  }

  /// Escape leads back to the list, one screen or prompt at a time.
  private mutating func checkWayBack(_ step: Step) {
    var app = screens.app
    for _ in 0..<20 {
      let (count, isTyping) = (app.screens.count, app.prompt != nil)
      if count == 1, !isTyping { return }
      _ = app.update(.input(.key(.escape)))
      if app.screens.count > count { return fail("back leads back", "a screen opens", step) }
    }
    fail("back leads back", "\(app.screens.count) screens are left", step)
  }

  /// If help refuses a command, its key gives the same reason. Other commands are not checked.
  private mutating func checkHelp(_ step: Step) {
    guard screens.app.prompt == nil else { return }
    let context = screens.app.context
    for entry in type(of: screens.app.screen).facts.commandFacts {
      guard case .no(let reason) = screens.app.screen.availability(of: entry.name, context),
        let keys = context.settings.keys.keys(of: entry.name, on: context.screen).first
      else { continue }
      var app = screens.app
      // Leave any prompt or half-typed key first.
      (_, _) = (app.update(.input(.key(.escape))), 0)
      guard app.screens.count == screens.app.screens.count,
        type(of: app.screen).id == type(of: screens.app.screen).id,
        app.screen.availability(of: entry.name, app.context) == .no(reason)
      else { continue }
      var effects: [Effect] = []
      for key in keys.keys { effects += app.update(.input(.key(key))) }
      guard app.context.message?.text == reason else {
        let said = app.context.message?.text ?? "nothing"
        return fail(
          "help tells the truth", "\(entry.name) is refused (\(reason)), its key says \(said)", step)
      }
    }
  }

  /// The cursor stays on its race while logs grow and answers come.
  private mutating func checkCursor(_ step: Step, _ before: App) {
    let (old, new) = (before.context.list, screens.app.context.list)
    guard old.isChosen, let row = old.selected, !before.context.index.races.isEmpty else { return }
    let key = before.context.index.races[row.race].key
    let index = screens.app.context.index
    // A report that was cut off may belong to another race now, and the query may no longer match.
    guard let position = index.position(of: key), new.rows.contains(where: { $0.race == position }) else {
      return
    }
    guard let selected = new.selected else {
      return fail("the cursor stays on its race", "none is selected", step)
    }
    let now = index.races[selected.race].key
    if now != key { fail("the cursor stays on its race", "\(key) is selected, then \(now)", step) }
  }
}
